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
import org.opendaylight.alto.core.service.PushDirectory;
import org.opendaylight.alto.core.statistics.PushCounts;

/** Those who are told of changes, as a test wants them. */
final class FakePushDirectory implements PushDirectory {
    List<StreamInfo> streams = List.of();
    List<ViewInfo> views = List.of();
    PushCounts counts = PushCounts.NONE;

    @Override
    public List<StreamInfo> streams() {
        return streams;
    }

    @Override
    public List<ViewInfo> views() {
        return views;
    }

    @Override
    public PushCounts counts() {
        return counts;
    }
}
