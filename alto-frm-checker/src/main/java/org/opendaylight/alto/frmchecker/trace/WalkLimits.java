/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

/**
 * How far a walk goes before its answer is marked as truncated.
 *
 * @param classes how many classes of packets one answer has at most
 * @param hops how many switches one path has at most
 * @param lookups how many switches are asked for one answer, over all classes
 */
public record WalkLimits(int classes, int hops, int lookups) {
    /** Far beyond what a network that works needs. */
    public static final WalkLimits DEFAULT = new WalkLimits(256, 512, 20_000);

    public WalkLimits {
        if (classes < 1 || hops < 1 || lookups < 1) {
            throw new IllegalArgumentException("A walk needs at least one class, hop and lookup");
        }
    }
}
