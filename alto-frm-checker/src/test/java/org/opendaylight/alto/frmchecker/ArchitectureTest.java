/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules for dependencies of docs/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "org.opendaylight.alto.frmchecker";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void computationsKnowNeitherDatastoreNorOsgi() {
        classes().that().resideInAnyPackage(ROOT + ".flow..", ROOT + ".trace..", ROOT + ".cost..", ROOT + ".predict..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(ROOT + ".flow..", ROOT + ".trace..",
                ROOT + ".cost..", ROOT + ".predict..", "org.opendaylight.alto.core..", "java..", "com.google.common..",
                "com.ezylang.evalex..",
                "org.eclipse.jdt.annotation..").check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
