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

/** The settings of {@code etc/org.opendaylight.alto.observe.cfg}. */
@ObjectClassDefinition(name = "ALTO counters and access log")
public @interface ObserveConfiguration {
    /** The name of the settings. */
    String PID = "org.opendaylight.alto.observe";

    /**
     * Tells whether requests are logged.
     *
     * @return whether each request makes a line in the access log
     */
    @AttributeDefinition(name = "access-log",
        description = "Whether each request makes a line in data/log/alto-access.log")
    boolean access$_$log() default false;

    /**
     * Returns how often counts are written to the datastore.
     *
     * @return a number of seconds; 0 if never
     */
    @AttributeDefinition(name = "statistics-interval", min = "0",
        description = "Seconds between two looks at the counters, which are written if one changed; 0 for never")
    int statistics$_$interval() default 10;
}
