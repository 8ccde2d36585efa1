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

import java.util.List;
import org.opendaylight.alto.core.path.LinkMeasure;

/** The values of all ports by which packets leave switches, each asked for once. Immutable. */
final class LeavingValues {
    private final double[][][] values;

    LeavingValues(final Fabric fabric, final List<LinkMeasure> measures) {
        values = new double[measures.size()][fabric.switchCount()][];
        for (int i = 0; i < values.length; i++) {
            final var measure = measures.get(i);
            for (int number = 0; number < values[i].length; number++) {
                values[i][number] = new double[fabric.portCount(number)];
                for (int place = 0; place < values[i][number].length; place++) {
                    values[i][number][place] = measure.leaving(fabric.port(number, place));
                }
            }
        }
    }

    double of(final int measure, final int number, final int place) {
        return values[measure][number][place];
    }
}
