/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

/**
 * Where a path comes from.
 *
 * @param kind what kind of knowledge it is
 * @param by the name of the {@link org.opendaylight.alto.core.service.PathPredictor}; empty unless {@link
 *     Kind#PREDICTED}
 */
public record Origin(Kind kind, String by) {
    /** From the rules that the switches say they have. */
    public static final Origin INSTALLED = new Origin(Kind.INSTALLED, "");
    /** From the rules that are configured, of which some are not on their switch yet. */
    public static final Origin INTENDED = new Origin(Kind.INTENDED, "");

    public Origin {
        if ((kind == Kind.PREDICTED) == by.isEmpty()) {
            throw new IllegalArgumentException("A prediction, and nothing else, has the name of its predictor");
        }
    }

    /** How sure a path is, the surest first. */
    public enum Kind {
        /** The switches have rules for it. */
        INSTALLED,
        /** The switches are meant to have rules for it. */
        INTENDED,
        /** Somebody expects it. */
        PREDICTED
    }

    /**
     * Names a prediction.
     *
     * @param by the name of the predictor, not empty
     * @return the origin
     */
    public static Origin predicted(final String by) {
        return new Origin(Kind.PREDICTED, by);
    }

    /** Returns it in words, such as {@code predicted by shortest-path}. */
    @Override
    public String toString() {
        return switch (kind) {
            case INSTALLED -> "installed rules";
            case INTENDED -> "intended rules";
            case PREDICTED -> "predicted by " + by;
        };
    }
}
