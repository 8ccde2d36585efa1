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

/** How the walk of a packet ended. */
public enum Outcome {
    /** The packet reached the port of the destination host. */
    DELIVERED("delivered to the destination host"),
    /** A rule drops the packet. */
    DROPPED("dropped by a rule"),
    /** No rule of a table matches, so the packet is dropped. */
    NO_RULE("no rule matches"),
    /** The packet comes back to a port with the same headers. */
    LOOP("loops"),
    /** The packet is sent to the controller only. */
    TO_CONTROLLER("sent to the controller"),
    /** The packet leaves by a port behind which the destination host is not. */
    LEFT_NETWORK("leaves the network elsewhere"),
    /** The packet is sent to a port that is down or does not exist. */
    PORT_DOWN("sent to a port that is down"),
    /** The source or destination address belongs to no known host. */
    UNKNOWN_HOST("host is not known"),
    /** A rule does what this walk cannot follow. */
    UNSUPPORTED("a rule does what cannot be followed"),
    /** Nothing is known of the flow tables of a switch on the way. */
    NO_DATA("flow tables of a switch are not known");

    private final String text;

    Outcome(final String text) {
        this.text = text;
    }

    /**
     * Tells whether the flow tables have no answer to where packets go: an application that installs rules when packets
     * come has none, or one to the controller, until then. What a rule drops, or sends out of the network, is an
     * answer.
     *
     * @return true if somebody may know more
     */
    public boolean isGap() {
        return this == NO_RULE || this == TO_CONTROLLER || this == NO_DATA;
    }

    /**
     * Returns the outcome in words.
     *
     * @return a phrase that completes "the packet ..."
     */
    public String text() {
        return text;
    }
}
