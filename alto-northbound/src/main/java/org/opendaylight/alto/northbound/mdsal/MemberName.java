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

import org.apache.pekko.cluster.Cluster;
import org.opendaylight.controller.cluster.ActorSystemProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows what this controller is called among the members of its cluster. */
@Component(service = MemberName.class)
public final class MemberName {
    private final String name;

    /**
     * Looks at the settings of the cluster, which is there even for one controller alone.
     *
     * @param system the controller's actor system
     */
    @Activate
    public MemberName(@Reference final ActorSystemProvider system) {
        // as the clustered datastore does it: the first role is the name
        this(Cluster.get(system.getActorSystem()).getSelfRoles().iterator().next());
    }

    MemberName(final String name) {
        this.name = name;
    }

    /**
     * Returns the name.
     *
     * @return such as {@code member-1}
     */
    String name() {
        return name;
    }
}
