/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules for dependencies of docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void onlyAdaptersKnowTheController() {
        noClasses().that().resideOutsideOfPackage("..linkmetrics.mdsal..")
            .should().dependOnClassesThat().resideInAnyPackage("org.opendaylight.mdsal..", "org.opendaylight.yang..",
                "org.opendaylight.yangtools..", "org.osgi..", "javax..", "jakarta..")
            .check(CLASSES);
    }

    @Test
    void pureCodeDoesNotKnowTheAdapters() {
        noClasses().that().resideOutsideOfPackage("..linkmetrics.mdsal..")
            .should().dependOnClassesThat().resideInAPackage("..linkmetrics.mdsal..")
            .check(CLASSES);
    }

    @Test
    void otherFeaturesAreMetThroughCoreOnly() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.opendaylight.alto.frmchecker..",
            "org.opendaylight.alto.hosttracker..", "org.opendaylight.alto.automap..",
            "org.opendaylight.alto.northbound..", "org.opendaylight.alto.sse..", "org.opendaylight.alto.cli..")
            .check(CLASSES);
    }
}
