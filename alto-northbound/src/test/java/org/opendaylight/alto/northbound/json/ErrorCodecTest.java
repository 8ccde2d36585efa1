/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.error.AltoRequestException;

class ErrorCodecTest {
    private static void assertEncoded(final String expected, final AltoRequestException error) {
        assertEquals(expected.replace('\'', '"'), ErrorCodec.encode(error).toString());
    }

    @Test
    @DisplayName("M-7285-08, M-7285-09, M-7285-10, M-7285-11")
    void everyCodeHasItsFields() {
        assertEncoded("{'meta':{'code':'E_SYNTAX','syntax-error':'line 1, column 3: no'}}",
            AltoRequestException.syntax("line 1, column 3: no", null));
        assertEncoded("{'meta':{'code':'E_MISSING_FIELD','field':'cost-type/cost-metric'}}",
            AltoRequestException.missing("cost-type/cost-metric"));
        assertEncoded("{'meta':{'code':'E_INVALID_FIELD_TYPE','field':'endpoints'}}",
            AltoRequestException.invalidType("endpoints"));
        assertEncoded("{'meta':{'code':'E_INVALID_FIELD_VALUE','field':'cost-type/cost-mode','value':'foo'}}",
            AltoRequestException.invalidValue("cost-type/cost-mode", "foo"));
    }

    @Test
    void problemsHaveTheirStatus() {
        assertEquals("{\"title\":\"Not Found\",\"status\":404}",
            ErrorCodec.encode(404, "Not Found", Optional.empty()).toString());
        assertEquals("{\"title\":\"Not Found\",\"status\":404,\"detail\":\"no \\\"x\\\"\"}",
            ErrorCodec.encode(404, "Not Found", Optional.of("no \"x\"")).toString());
    }
}
