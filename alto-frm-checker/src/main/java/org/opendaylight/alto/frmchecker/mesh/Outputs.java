/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

/**
 * By which port each switch sends all packets of a VLAN to a class of receivers, whoever sends. Each is equal only to
 * itself: as long as no switch sends by another port, it is handed on from mesh to mesh.
 */
final class Outputs {
    /** By number of the switch, a number of a port; 0 if the switch does something else. Not to be changed. */
    private final long[] ports;

    Outputs(final long[] ports) {
        this.ports = ports;
    }

    long[] ports() {
        return ports;
    }
}
