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

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Completes the name of a file on the machine of the controller, from where the commands look for it. */
@Service
public final class FileNameCompleter implements Completer {
    @Override
    public int complete(final Session session, final CommandLine commandLine, final List<String> candidates) {
        // what completes file names knows candidates only, and the shell asks for nothing else
        return -1;
    }

    @Override
    public void completeCandidates(final Session session, final CommandLine commandLine,
            final List<Candidate> candidates) {
        files(session).completeCandidates(session, commandLine, candidates);
    }

    static Completer files(final Session session) {
        return new FileCompleter() {
            @Override
            protected Path getUserDir() {
                return session.currentDir();
            }
        };
    }
}
