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

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@code etc/org.opendaylight.alto.northbound.cfg}. */
@ObjectClassDefinition(name = "ALTO northbound")
public @interface NorthboundConfig {
    /**
     * Returns the size of a request's body that is still accepted, in bytes.
     *
     * @return a number of bytes
     */
    @AttributeDefinition(name = "max-request-bytes", min = "1",
        description = "Largest body of a request, in bytes; a larger one is answered with status 413")
    int max$_$request$_$bytes() default 1_048_576;

    /**
     * Returns how many costs, or endpoint properties, one request may ask for.
     *
     * @return a number of sources times destinations times cost types, or of properties times endpoints
     */
    @AttributeDefinition(name = "max-endpoint-pairs", min = "1",
        description = "Most costs in one request for endpoint costs or for a part of cost maps (sources times "
            + "destinations, over all flows, times cost types) and most endpoint properties (properties times "
            + "endpoints); a request for more is answered with status 413")
    int max$_$endpoint$_$pairs() default 1_000_000;

    /**
     * Returns how many costs, endpoint properties and bytes of requests are worked on at once.
     *
     * @return a number of values and bytes, of all requests together
     */
    @AttributeDefinition(name = "max-concurrent-pairs", min = "1",
        description = "Most costs, endpoint properties and bytes of requests that are worked on at once, in all "
            + "requests together; a request that finds no room for too long is answered with status 503")
    int max$_$concurrent$_$pairs() default 4_000_000;

    /**
     * Returns how long a request waits until it is worked on.
     *
     * @return milliseconds
     */
    @AttributeDefinition(name = "max-wait-milliseconds", min = "0",
        description = "Milliseconds for which a request waits until it is worked on, before it is answered with "
            + "status 503")
    int max$_$wait$_$milliseconds() default 2000;

    /**
     * Returns who is believed to pass on requests of others.
     *
     * @return IP addresses and prefixes, separated by commas
     */
    @AttributeDefinition(name = "trusted-proxies",
        description = "IP addresses and prefixes, separated by commas, of the proxies whose headers Forwarded and "
            + "X-Forwarded-For tell a client's own address")
    String trusted$_$proxies() default "";
}
