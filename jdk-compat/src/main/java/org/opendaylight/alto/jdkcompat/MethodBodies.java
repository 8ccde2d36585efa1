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

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Replaces the code of methods in a class file; everything else stays as it is.
 */
final class MethodBodies {
    private MethodBodies() {
        // hidden on purpose
    }

    /**
     * Replaces method bodies.
     *
     * @param classFile a class file
     * @param bodies writer of the new code, without branches, by name and descriptor of the method
     * @return the changed class file
     * @throws IllegalArgumentException if the class file is newer than our ASM knows
     * @throws IllegalStateException if the class lacks one of the methods
     */
    static byte[] replace(final byte[] classFile, final Map<String, Consumer<MethodVisitor>> bodies) {
        final var reader = new ClassReader(classFile);
        final var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        final var replacer = new Replacer(writer, bodies);
        reader.accept(replacer, 0);
        if (!replacer.missing.isEmpty()) {
            throw new IllegalStateException("no method " + replacer.missing);
        }
        return writer.toByteArray();
    }

    @NonNullByDefault({})
    private static final class Replacer extends ClassVisitor {
        private final Map<String, Consumer<MethodVisitor>> bodies;
        private final Set<String> missing;

        Replacer(final ClassVisitor next, final Map<String, Consumer<MethodVisitor>> bodies) {
            super(Opcodes.ASM9, next);
            this.bodies = bodies;
            missing = new HashSet<>(bodies.keySet());
        }

        @Override
        public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
                final @Nullable String signature, final String @Nullable [] exceptions) {
            final var method = super.visitMethod(access, name, descriptor, signature, exceptions);
            final var body = bodies.get(name + descriptor);
            if (body == null) {
                return method;
            }
            missing.remove(name + descriptor);
            return new NewBody(method, body);
        }
    }

    /** Passes the annotations on, writes the new code when the old one begins, and drops the old one. */
    @NonNullByDefault({})
    private static final class NewBody extends MethodVisitor {
        private final MethodVisitor method;
        private final Consumer<MethodVisitor> body;

        NewBody(final MethodVisitor method, final Consumer<MethodVisitor> body) {
            super(Opcodes.ASM9);
            this.method = method;
            this.body = body;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            return method.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitCode() {
            method.visitCode();
            body.accept(method);
            method.visitMaxs(0, 0);     // computed
        }

        @Override
        public void visitEnd() {
            method.visitEnd();
        }
    }
}
