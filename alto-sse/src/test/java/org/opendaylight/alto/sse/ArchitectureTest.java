/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules for dependencies of docs/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "org.opendaylight.alto.sse";
    private static final String NORTHBOUND = "org.opendaylight.alto.northbound";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void onlyTheMdsalPackageKnowsTheController() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".mdsal..").should().dependOnClassesThat().resideInAnyPackage(
            "org.opendaylight.mdsal..", "org.opendaylight.yang..", "org.opendaylight.yangtools..", "org.osgi..")
            .check(CLASSES);
    }

    @Test
    void onlyRoutesKnowHttp() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".jaxrs..").should().dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "javax.ws..", "jakarta..", "org.glassfish..").check(CLASSES);
    }

    @Test
    void onlyCodecsKnowJackson() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".json..", ROOT + ".patch..").should().dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..").check(CLASSES);
    }

    @Test
    void theNorthboundIsMetByWhatItExports() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(NORTHBOUND + ".access..",
            NORTHBOUND + ".catalog..", NORTHBOUND + ".client..", NORTHBOUND + ".jaxrs..", NORTHBOUND + ".mdsal..",
            NORTHBOUND + ".observe..", NORTHBOUND + ".operator..", NORTHBOUND + ".query..").check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
