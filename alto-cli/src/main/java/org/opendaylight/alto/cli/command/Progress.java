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

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.apache.karaf.shell.api.console.Session;

/** Shows how far something is, in a single line that is rewritten in place; nothing if nobody looks on. */
final class Progress implements BiConsumer<String, Double>, AutoCloseable {
    private static final int PERCENT = 100;

    private final PrintStream out;
    private final int width;
    private String shown = "";

    private Progress(final PrintStream out, final int width) {
        this.out = out;
        this.width = width;
    }

    static Progress on(final Session session) {
        final var terminal = session.getTerminal();
        final boolean interactive = terminal != null && !"dumb".equals(terminal.getType());
        // one column stays free, as some terminals go to the next line when the last one is written
        return new Progress(session.getConsole(), interactive ? Math.max(terminal.getWidth() - 1, 0) : 0);
    }

    @Override
    public void accept(final String phase, final Double done) {
        final var percent = done < 0 ? " ..." : String.format(Locale.ROOT, ": %d%%", (int) (done * PERCENT));
        show(phase + percent);
    }

    @Override
    public void close() {
        show("");
    }

    private void show(final String text) {
        final var fits = text.substring(0, Math.min(text.length(), width));
        if (!fits.equals(shown)) {
            out.print("\r" + fits + " ".repeat(Math.max(shown.length() - fits.length(), 0))
                + (fits.isEmpty() ? "\r" : ""));
            out.flush();
            shown = fits;
        }
    }
}
