/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.mdsal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@code etc/org.opendaylight.alto.sse.cfg}. */
@ObjectClassDefinition(name = "ALTO push")
public @interface PushConfig {
    /**
     * Returns how many update streams there may be at once.
     *
     * @return a number of streams
     */
    @AttributeDefinition(name = "max-streams", min = "1",
        description = "Most update streams at once; a request for more is answered with status 503")
    int max$_$streams() default 20_000;

    /**
     * Returns how many update streams one address may have at once.
     *
     * @return a number of streams
     */
    @AttributeDefinition(name = "max-streams-per-client", min = "1",
        description = "Most update streams at once of one client's address; a request for more is answered with "
            + "status 503")
    int max$_$streams$_$per$_$client() default 100;

    /**
     * Returns how many resources one stream may follow at once.
     *
     * @return a number of substreams
     */
    @AttributeDefinition(name = "max-substreams", min = "1",
        description = "Most resources that one update stream follows at once; a request for more is answered with "
            + "status 503")
    int max$_$substreams() default 100;

    /**
     * Returns how many different requests may be followed at once.
     *
     * @return a number of requests
     */
    @AttributeDefinition(name = "max-followed", min = "1",
        description = "Most different requests (resource and input) that are followed at once by streams and views of "
            + "TIPS together; a request for more is answered with status 503 or 429")
    int max$_$followed() default 2000;

    /**
     * Returns how many versions are kept of each request that is followed.
     *
     * @return a number of versions
     */
    @AttributeDefinition(name = "max-versions", min = "2",
        description = "Most versions that are kept of each request that is followed; fewer are if their patches "
            + "together are longer than a whole version")
    int max$_$versions() default 100;

    /**
     * Returns after which silence a line is sent on a stream.
     *
     * @return seconds
     */
    @AttributeDefinition(name = "keep-alive-seconds", min = "1",
        description = "Seconds without an event after which a comment is sent on an update stream")
    int keep$_$alive$_$seconds() default 15;

    /**
     * Returns for how long a client may take nothing.
     *
     * @return seconds
     */
    @AttributeDefinition(name = "stall-seconds", min = "1",
        description = "Seconds for which a client may take nothing of what there is for it, before its update stream "
            + "is ended")
    int stall$_$seconds() default 60;

    /**
     * Returns how long a resource may be gone before those who follow it are told so.
     *
     * @return seconds
     */
    @AttributeDefinition(name = "gone-seconds", min = "0",
        description = "Seconds for which a resource may be gone, before its substreams are stopped; if it is back "
            + "earlier, clients get the changes")
    int gone$_$seconds() default 10;

    /**
     * Returns how many views of TIPS there may be at once.
     *
     * @return a number of views
     */
    @AttributeDefinition(name = "max-views", min = "1",
        description = "Most views of TIPS at once; a request for more is answered with status 429")
    int max$_$views() default 1000;

    /**
     * Returns how many requests may wait for changes of views at once.
     *
     * @return a number of requests
     */
    @AttributeDefinition(name = "max-polls", min = "1",
        description = "Most requests that wait for a change of a view of TIPS at once; one more is answered with "
            + "status 429")
    int max$_$polls() default 10_000;

    /**
     * Returns for how long a request waits for a change of a view.
     *
     * @return seconds
     */
    @AttributeDefinition(name = "poll-seconds", min = "1",
        description = "Seconds for which a request waits for a change of a view of TIPS, before it is answered with "
            + "status 503 and asked to come again")
    int poll$_$seconds() default 120;

    /**
     * Returns for how long a view is kept that nobody uses.
     *
     * @return seconds
     */
    @AttributeDefinition(name = "view-seconds", min = "1",
        description = "Seconds for which a view of TIPS is kept that nobody uses")
    int view$_$seconds() default 300;
}
