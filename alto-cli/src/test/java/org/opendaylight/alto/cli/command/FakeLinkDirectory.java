/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import java.util.List;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.service.LinkDirectory;

/** Links that a test makes up. */
final class FakeLinkDirectory implements LinkDirectory {
    List<LinkStatus> links = List.of();
    ProbeCosts costs = ProbeCosts.NONE;

    @Override
    public List<LinkStatus> links() {
        return links;
    }

    @Override
    public ProbeCosts probeCosts() {
        return costs;
    }
}
