/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.List;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;

/** The links of the network and what is measured on them. May be called from any thread; never blocks. */
public interface LinkDirectory {
    /**
     * Returns all links and ports to hosts.
     *
     * @return what is known of each as of now, by the port that sends
     */
    List<LinkStatus> links();

    /**
     * Returns what measuring costs.
     *
     * @return the costs since this member of the cluster measures; {@link ProbeCosts#NONE} if another one does
     */
    ProbeCosts probeCosts();
}
