/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.ArrayList;
import java.util.List;
import org.opendaylight.alto.core.service.OperatorMaps.Loaded;

/** How the end of loading is told. */
public final class LoadView {
    private LoadView() {
    }

    /**
     * For a network map.
     *
     * @param loaded what was done
     * @param checkOnly whether the file was only checked
     * @return a line that sums up, then a line for each warning
     */
    public static List<String> networkMap(final Loaded loaded, final boolean checkOnly) {
        return lines(loaded, checkOnly, "network map " + loaded.id(),
            Words.count(loaded.pids(), "PID", "PIDs") + ", " + Words.count(loaded.entries(), "prefix", "prefixes"));
    }

    /**
     * For a cost map.
     *
     * @param loaded what was done
     * @param checkOnly whether the file was only checked
     * @return a line that sums up, then a line for each warning
     */
    public static List<String> costMap(final Loaded loaded, final boolean checkOnly) {
        return lines(loaded, checkOnly, "cost map " + loaded.id(),
            Words.count(loaded.pids(), "source PID", "source PIDs") + ", "
                + Words.count(loaded.entries(), "cost", "costs"));
    }

    private static List<String> lines(final Loaded loaded, final boolean checkOnly, final String what,
            final String size) {
        final var lines = new ArrayList<String>();
        lines.add((checkOnly ? "Checked " : "Loaded ") + what + ": " + size + " (" + effect(loaded, checkOnly) + ")");
        loaded.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return lines;
    }

    private static String effect(final Loaded loaded, final boolean checkOnly) {
        if (!loaded.changed()) {
            return checkOnly ? "loading would change nothing" : "unchanged, it was there already with this content";
        }
        if (loaded.replaced()) {
            return checkOnly ? "loading would replace the map of this name" : "replaced";
        }
        return checkOnly ? "loading would add it" : "new";
    }
}
