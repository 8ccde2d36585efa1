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

import java.time.Duration;
import org.opendaylight.alto.northbound.client.TrustedProxies;
import org.opendaylight.alto.northbound.jaxrs.RequestLimits;
import org.opendaylight.alto.northbound.jaxrs.Workload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the settings. The default takes the place of a wrong value, so that the server is there. */
final class NorthboundSettings {
    private static final Logger LOG = LoggerFactory.getLogger(NorthboundSettings.class);

    private NorthboundSettings() {
        // static methods only
    }

    static RequestLimits limits(final NorthboundConfig config) {
        return new RequestLimits(
            atLeast(1, "max-request-bytes", config.max$_$request$_$bytes(), 1_048_576),
            atLeast(1, "max-endpoint-pairs", config.max$_$endpoint$_$pairs(), 1_000_000));
    }

    static Workload workload(final NorthboundConfig config) {
        return new Workload(atLeast(1, "max-concurrent-pairs", config.max$_$concurrent$_$pairs(), 4_000_000),
            Duration.ofMillis(atLeast(0, "max-wait-milliseconds", config.max$_$wait$_$milliseconds(), 2000)));
    }

    static TrustedProxies proxies(final NorthboundConfig config) {
        try {
            return TrustedProxies.parse(config.trusted$_$proxies().split(","));
        } catch (IllegalArgumentException e) {
            LOG.warn("Setting trusted-proxies of org.opendaylight.alto.northbound is refused: {}. No proxy is trusted",
                e.getMessage());
            return TrustedProxies.NONE;
        }
    }

    private static int atLeast(final int min, final String name, final int value, final int otherwise) {
        if (value >= min) {
            return value;
        }
        LOG.warn("Setting {} of org.opendaylight.alto.northbound is refused: {} is not in {}..{}. It is {}", name,
            value, min, Integer.MAX_VALUE, otherwise);
        return otherwise;
    }
}
