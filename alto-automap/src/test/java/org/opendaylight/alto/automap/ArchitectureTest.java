/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules for dependencies of docs/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "org.opendaylight.alto.automap";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void computationIsPure() {
        classes().that().resideInAPackage(ROOT + ".compute..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".compute..", ROOT + ".spec..", "org.opendaylight.alto.core..", "java..", "com.google.common..",
            "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void wishesArePlainValues() {
        classes().that().resideInAPackage(ROOT + ".spec..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".spec..", "org.opendaylight.alto.core..", "java..", "com.google.common..",
            "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void whatIsWantedIsPure() {
        classes().that().resideInAPackage(ROOT + ".spec..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".spec..", "org.opendaylight.alto.core..", "java..", "com.google.common..",
            "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void jacksonIsInTheCodecOnly() {
        classes().that().resideInAPackage(ROOT + ".json..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".json..", ROOT + ".spec..", "org.opendaylight.alto.core..", "java..", "com.google.common..",
            "com.fasterxml.jackson..", "org.eclipse.jdt.annotation..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage(ROOT + ".json..").should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..").check(CLASSES);
    }

    @Test
    void gatheringOfDefinitionsIsPure() {
        classes().that().resideInAPackage(ROOT + ".config..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".config..", ROOT + ".json..", ROOT + ".spec..", "org.opendaylight.alto.core..", "java..",
            "com.google.common..", "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void paceIsPlainJava() {
        classes().that().resideInAPackage(ROOT + ".pace..").should().onlyDependOnClassesThat().resideInAnyPackage(
            ROOT + ".pace..", "java..", "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void otherBundlesAreMetThroughCore() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.opendaylight.alto.hosttracker..",
            "org.opendaylight.alto.frmchecker..", "org.opendaylight.alto.northbound..", "org.opendaylight.alto.cli..")
            .check(CLASSES);
    }
}
