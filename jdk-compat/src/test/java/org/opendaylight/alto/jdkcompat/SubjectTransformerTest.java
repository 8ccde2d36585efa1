/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jdkcompat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.util.jaas.JaasHelper;
import org.junit.jupiter.api.Test;

/**
 * A class that cannot be adapted is reported, and never passed over.
 */
class SubjectTransformerTest {
    private static final String JAAS_HELPER = "org/apache/karaf/util/jaas/JaasHelper";

    private final List<String> failures = new ArrayList<>();
    private final SubjectTransformer transformer = new SubjectTransformer(failures::add);

    private static byte[] classFile(final Class<?> cls) throws IOException {
        try (InputStream in = cls.getResourceAsStream(cls.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void otherClassesAreLeftAlone() throws IOException {
        assertThat(transformer.transform(null, "java/lang/String", null, null, classFile(String.class))).isNull();
        assertThat(transformer.transform(null, null, null, null, new byte[0])).isNull();
        assertThat(failures).isEmpty();
    }

    @Test
    void karafsHelperIsChanged() throws IOException {
        final var original = classFile(JaasHelper.class);
        assertThat(transformer.transform(null, JAAS_HELPER, null, null, original)).isNotNull().isNotEqualTo(original);
        assertThat(failures).isEmpty();
    }

    @Test
    void lackOfAMethodIsReported() throws IOException {
        assertThat(transformer.transform(null, JAAS_HELPER, null, null, classFile(String.class))).isNull();
        assertThat(failures).singleElement().asString()
            .startsWith("Cannot adapt org.apache.karaf.util.jaas.JaasHelper to JDK ")
            .contains("no method", "doAs(Ljavax/security/auth/Subject;Ljava/security/PrivilegedAction;)");
    }

    @Test
    void classFileOfTheFutureIsReported() throws IOException {
        final var future = classFile(JaasHelper.class);
        future[7] = 127;
        assertThat(transformer.transform(null, JAAS_HELPER, null, null, future)).isNull();
        assertThat(failures).singleElement().asString().contains("Unsupported class file major version 127");
    }

    @Test
    void truncatedClassFileIsReported() {
        assertThat(transformer.transform(null, JAAS_HELPER, null, null, new byte[] { 1, 2, 3, 4 })).isNull();
        assertThat(failures).hasSize(1);
    }
}
