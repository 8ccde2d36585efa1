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
import java.util.function.Predicate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;

/** What the completers of ids have in common. */
final class MapIds {
    private MapIds() {
    }

    static int complete(final @Nullable ResourceDirectory directory, final Predicate<ResourceInfo> which,
            final Session session, final CommandLine commandLine, final List<String> candidates) {
        // if the service is missing, the command itself will say so
        return directory == null ? -1
            : new StringsCompleter(directory.resources().stream().filter(which).map(info -> info.id().value()).toList())
                .complete(session, commandLine, candidates);
    }
}
