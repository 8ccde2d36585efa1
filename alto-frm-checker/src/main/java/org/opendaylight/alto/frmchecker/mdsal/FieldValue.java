/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Match;

/** A field with value and mask, out of a match or of a set-field action. */
record FieldValue(Field field, long high, long low, long highMask, long lowMask) {
    static FieldValue exact(final Field field, final long value) {
        return new FieldValue(field, 0, value, 0, -1L);
    }

    static FieldValue masked(final Field field, final long value, final long mask) {
        return new FieldValue(field, 0, value, 0, mask);
    }

    void addTo(final Match.Builder match) {
        if (field.bits() > Long.SIZE) {
            match.masked(field, high, low, highMask, lowMask);
        } else {
            match.masked(field, low, lowMask);
        }
    }

    /** OpenFlow 1.3 has no masks in set-field (section 5.12). */
    Action toSetField() {
        final long bits = field.bits() >= Long.SIZE ? -1L : (1L << field.bits()) - 1;
        final long highBits = field.bits() > Long.SIZE ? -1L : 0;
        if ((lowMask & bits) != bits || (highMask & highBits) != highBits) {
            return new Action.Unsupported("set_field of some bits of " + field.wireName());
        }
        return new Action.SetField(field, high, low & bits);
    }
}
