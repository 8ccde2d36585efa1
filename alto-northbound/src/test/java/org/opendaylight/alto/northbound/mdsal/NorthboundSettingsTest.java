/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.northbound.client.TrustedProxies;
import org.opendaylight.alto.northbound.jaxrs.RequestLimits;

class NorthboundSettingsTest {
    private static NorthboundConfig config(final int bytes, final int pairs, final int concurrent, final int wait,
            final String proxies) {
        final var config = mock(NorthboundConfig.class);
        when(config.max$_$request$_$bytes()).thenReturn(bytes);
        when(config.max$_$endpoint$_$pairs()).thenReturn(pairs);
        when(config.max$_$concurrent$_$pairs()).thenReturn(concurrent);
        when(config.max$_$wait$_$milliseconds()).thenReturn(wait);
        when(config.trusted$_$proxies()).thenReturn(proxies);
        return config;
    }

    @Test
    void settingsAreTaken() {
        final var config = config(1, 2, 3, 0, "192.0.2.1, 2001:db8::/32");
        assertEquals(new RequestLimits(1, 2), NorthboundSettings.limits(config));
        assertEquals(List.of(IpPrefix.parse("192.0.2.1/32"), IpPrefix.parse("2001:db8::/32")),
            NorthboundSettings.proxies(config).prefixes());
        assertEquals(3, NorthboundSettings.workload(config).total());
    }

    @Test
    void aDefaultTakesThePlaceOfAWrongValue() {
        final var config = config(0, -1, 0, -1, "192.0.2.1, proxy");
        assertEquals(new RequestLimits(1_048_576, 1_000_000), NorthboundSettings.limits(config));
        assertEquals(TrustedProxies.NONE, NorthboundSettings.proxies(config));
        assertEquals(4_000_000, NorthboundSettings.workload(config).total());
    }

    @Test
    void theDefaultsAreThoseThatTheConsoleShows() throws Exception {
        final var wrong = config(0, 0, 0, -1, "");
        assertEquals(defaultOf("max$_$request$_$bytes"), NorthboundSettings.limits(wrong).maxRequestBytes());
        assertEquals(defaultOf("max$_$endpoint$_$pairs"), NorthboundSettings.limits(wrong).maxEndpointPairs());
        assertEquals(defaultOf("max$_$concurrent$_$pairs"), NorthboundSettings.workload(wrong).total());
    }

    private static Object defaultOf(final String setting) throws NoSuchMethodException {
        return NorthboundConfig.class.getMethod(setting).getDefaultValue();
    }
}
