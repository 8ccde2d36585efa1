/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.apache.karaf.util.jaas;

/**
 * Karaf's class without the methods that the agent changes.
 */
public final class JaasHelper {
    private JaasHelper() {
        // hidden on purpose
    }

    public static void main(final String[] args) {
        System.out.println("main was reached");
    }
}
