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

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives new method bodies to two classes: the JDK's {@link Subject}, which then keeps the subject in
 * {@link CurrentSubject}, and Karaf's {@code JaasHelper}, which used to pass the subject on in an
 * {@code AccessControlContext} and now goes through {@link Subject} too. Several bundles embed a copy of the latter.
 */
public final class SubjectTransformer implements ClassFileTransformer {
    private static final String HOLDER = "org/opendaylight/alto/jdkcompat/CurrentSubject";
    private static final String SUBJECT = "javax/security/auth/Subject";
    private static final String JAAS_HELPER = "org/apache/karaf/util/jaas/JaasHelper";

    private static final String GET_SUBJECT =
        "(Ljava/security/AccessControlContext;)Ljavax/security/auth/Subject;";
    private static final String CALL_AS =
        "(Ljavax/security/auth/Subject;Ljava/util/concurrent/Callable;)Ljava/lang/Object;";
    private static final String DO_AS =
        "(Ljavax/security/auth/Subject;Ljava/security/PrivilegedAction;)Ljava/lang/Object;";
    private static final String DO_AS_CHECKED =
        "(Ljavax/security/auth/Subject;Ljava/security/PrivilegedExceptionAction;)Ljava/lang/Object;";

    private static final Map<String, Map<String, Consumer<MethodVisitor>>> BODIES = Map.of(
        SUBJECT, Map.of(
            "current()Ljavax/security/auth/Subject;",
                body -> call(body, HOLDER, "current", "()Ljavax/security/auth/Subject;"),
            "getSubject" + GET_SUBJECT, body -> {
                body.visitVarInsn(Opcodes.ALOAD, 0);
                call(body, HOLDER, "getSubject", GET_SUBJECT);
            },
            "callAs" + CALL_AS, body -> {
                body.visitVarInsn(Opcodes.ALOAD, 0);
                body.visitVarInsn(Opcodes.ALOAD, 1);
                call(body, HOLDER, "callAs", CALL_AS);
            }),
        JAAS_HELPER, Map.of(
            "doAs" + DO_AS, body -> doAs(body, DO_AS),
            "doAs" + DO_AS_CHECKED, body -> doAs(body, DO_AS_CHECKED)));

    private final Consumer<String> onFailure;

    SubjectTransformer(final Consumer<String> onFailure) {
        this.onFailure = onFailure;
    }

    /**
     * Changes {@link Subject} at once, and {@code JaasHelper} whenever a class loader loads it.
     *
     * @param instrumentation the JVM's door for agents
     * @param onFailure told the reason, now or later, when one of the classes cannot be changed
     * @throws UnmodifiableClassException if the JVM does not let agents change {@link Subject}
     */
    public static void install(final Instrumentation instrumentation, final Consumer<String> onFailure)
            throws UnmodifiableClassException {
        instrumentation.addTransformer(new SubjectTransformer(onFailure), true);
        instrumentation.retransformClasses(Subject.class);
    }

    @Override
    @NonNullByDefault({})
    @SuppressWarnings("checkstyle:illegalCatch")
    @SuppressFBWarnings(value = { "PZLA_PREFER_ZERO_LENGTH_ARRAYS", "NP_NONNULL_RETURN_VIOLATION" },
        justification = "Null means: leave it as it is; SpotBugs does not see @Nullable, which is a type annotation")
    public byte @Nullable [] transform(final @Nullable ClassLoader loader, final @Nullable String className,
            final @Nullable Class<?> redefined, final @Nullable ProtectionDomain domain, final byte[] classFile) {
        final var bodies = className == null ? null : BODIES.get(className);
        if (bodies == null) {
            return null;
        }
        try {
            return MethodBodies.replace(classFile, bodies);
        } catch (RuntimeException | LinkageError e) {     // the JVM would drop it and go on with the old class
            onFailure.accept("Cannot adapt " + className.replace('/', '.') + " to JDK " + Runtime.version() + ": " + e);
            return null;
        }
    }

    private static void doAs(final MethodVisitor body, final String descriptor) {
        body.visitVarInsn(Opcodes.ALOAD, 0);
        body.visitVarInsn(Opcodes.ALOAD, 1);
        call(body, SUBJECT, "doAs", descriptor);
    }

    private static void call(final MethodVisitor body, final String owner, final String name, final String descriptor) {
        body.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        body.visitInsn(Opcodes.ARETURN);
    }
}
