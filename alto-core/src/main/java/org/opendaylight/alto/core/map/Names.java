/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import java.util.regex.Pattern;

/** The grammars of names in RFC 7285, section 10. */
final class Names {
    // '.' belongs to the grammar but is reserved for specifications to come, and must not be used before
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z:@_-]{1,64}");
    private static final Pattern COST_WORD = Pattern.compile("[0-9A-Za-z:_-]{1,32}");
    // RFC 9439, section 3.2, uses '.' for the decimals of a percentile
    private static final Pattern PERCENTILE_OF = Pattern.compile("([0-9A-Za-z:_-]+:p[0-9]{1,3})\\.([0-9]+)");

    private Names() {
    }

    /** Checks a PIDName or ResourceID (RFC 7285, sections 10.1 and 10.2). */
    static String requireName(final String what, final String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " '" + text
                + "' is not 1 to 64 characters out of letters, digits, '-', ':', '@' and '_'");
        }
        return text;
    }

    /** Checks a CostMetric (RFC 7285, section 10.6; RFC 9439, section 3.2). */
    static String requireCostMetric(final String text) {
        final var percentile = PERCENTILE_OF.matcher(text);
        requireCostWord("Cost metric", percentile.matches() ? percentile.group(1) + "_" + percentile.group(2) : text);
        return text;
    }

    /** Checks a CostMetric or CostMode (RFC 7285, section 10.6; RFC 9274, section 2). */
    static String requireCostWord(final String what, final String text) {
        if (!COST_WORD.matcher(text).matches() || text.equals("priv:")) {
            throw new IllegalArgumentException(what + " '" + text
                + "' is not 1 to 32 characters out of letters, digits, '-', ':' and '_', with more than 'priv:'");
        }
        return text;
    }
}
