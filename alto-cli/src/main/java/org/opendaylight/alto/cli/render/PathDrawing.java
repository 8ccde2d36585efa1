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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;

/**
 * Draws paths from top to bottom, each in a column of its own from where it parts from the others: switches in
 * brackets, and above and below them the ports by which packets come in and leave. In ASCII, as a terminal may know
 * nothing else.
 */
final class PathDrawing {
    private static final int MAX_WIDTH = 78;
    private static final String GAP = "  ";
    private static final String NOWHERE = "X";
    /** Source and the line from it. */
    private static final int HEAD = 2;
    /** Port in, switch, port out, line to the next. */
    private static final int LINES_PER_HOP = 4;
    private static final int OUT = 2;

    private final List<char[]> canvas = new ArrayList<>();
    private final PathQuery query;
    private final List<PathTrace> traces;
    private final int margin;
    private final int columnWidth;

    private PathDrawing(final PathQuery query, final List<PathTrace> traces) {
        this.query = query;
        this.traces = traces;
        columnWidth = traces.stream().flatMap(trace -> trace.hops().stream())
            .mapToInt(hop -> box(hop.switchId()).length()).max().orElse(0) + GAP.length();
        final int ends = Math.max(query.source().toString().length(), query.destination().toString().length());
        margin = GAP.length() + Math.max(columnWidth, ends) / 2;
    }

    /** What packets of several paths have in common as far as these are one in the drawing. */
    private record Step(SwitchId switchId, long inPort, OptionalLong outPort) {
        static Step of(final Hop hop) {
            return new Step(hop.switchId(), hop.inPort(), hop.outPort());
        }
    }

    /**
     * Draws paths.
     *
     * @param query whose paths these are
     * @param all all of them; those that pass no switch are left out, as are the last ones if there is no room
     * @return lines of text, without blanks at their ends; none if there is nothing to draw
     */
    static List<String> lines(final PathQuery query, final List<PathTrace> all) {
        final var traces = all.stream().filter(trace -> !trace.hops().isEmpty()).toList();
        if (traces.isEmpty()) {
            return List.of();
        }
        final var ordered = ordered(traces, 0);
        final var drawing = new PathDrawing(query, ordered);
        final int room = Math.max(1, (MAX_WIDTH - drawing.margin) / drawing.columnWidth);
        drawing.draw(all, Math.min(room, ordered.size()));
        final var lines = new ArrayList<String>();
        drawing.canvas.forEach(line -> lines.add(new String(line).stripTrailing()));
        if (ordered.size() > room) {
            lines.add(GAP + "(" + Words.count(ordered.size() - room, "path is", "paths are") + " not drawn)");
        }
        return lines;
    }

    /** Puts paths beside each other that have more in common, so that no line has to cross another. */
    private static List<PathTrace> ordered(final List<PathTrace> traces, final int depth) {
        final var groups = new LinkedHashMap<List<Step>, List<PathTrace>>();
        traces.forEach(trace -> groups.computeIfAbsent(
            depth < trace.hops().size() ? List.of(Step.of(trace.hops().get(depth))) : List.of(),
            key -> new ArrayList<>()).add(trace));
        final var result = new ArrayList<PathTrace>();
        groups.forEach((step, group) -> result.addAll(step.isEmpty() || group.size() == 1 ? group
            : ordered(group, depth + 1)));
        return result;
    }

    private void draw(final List<PathTrace> all, final int columns) {
        put(0, 0, query.source().toString());
        put(1, 0, "|");
        for (int column = 0; column < columns; column++) {
            final var trace = traces.get(column);
            final int parent = parent(column);
            final int first = parent < 0 ? -1 : parting(traces.get(parent), trace);
            for (int depth = Math.max(0, first); depth < trace.hops().size(); depth++) {
                final var hop = trace.hops().get(depth);
                final int line = HEAD + depth * LINES_PER_HOP;
                if (depth == first) {
                    connect(line + OUT, parent, column);
                } else {
                    put(line, column, Long.toString(hop.inPort()));
                    put(line + 1, column, box(hop.switchId()));
                }
                put(line + OUT, column, hop.outPort().isPresent() ? Long.toString(hop.outPort().getAsLong()) : NOWHERE);
                if (hop.outPort().isPresent()) {
                    put(line + OUT + 1, column, "|");
                }
            }
            final boolean stopped = trace.hops().getLast().outPort().isEmpty();
            final int end = HEAD + trace.hops().size() * LINES_PER_HOP - (stopped ? 1 : 0);
            if (!stopped) {
                put(end, column, trace.isDelivered() ? query.destination().toString() : NOWHERE);
            }
            if (all.size() > 1) {
                put(stopped ? end : end + 1, column, "path " + (all.indexOf(trace) + 1));
            }
        }
    }

    /** Returns the column from which one parts as late as possible; -1 for the first. */
    private int parent(final int column) {
        int best = -1;
        for (int other = 0; other < column; other++) {
            if (best < 0 || parting(traces.get(other), traces.get(column)) > parting(traces.get(best),
                traces.get(column))) {
                best = other;
            }
        }
        return best;
    }

    /** Returns at which hop a path leaves another one; they are together until after its switch. */
    private static int parting(final PathTrace other, final PathTrace trace) {
        final int last = Math.min(other.hops().size(), trace.hops().size()) - 1;
        int depth = 0;
        while (depth < last && Step.of(other.hops().get(depth)).equals(Step.of(trace.hops().get(depth)))) {
            depth++;
        }
        return depth;
    }

    private static String box(final SwitchId id) {
        return "[" + id + "]";
    }

    private int middle(final int column) {
        return margin + column * columnWidth;
    }

    private void connect(final int line, final int from, final int to) {
        for (int at = middle(from); at < middle(to); at++) {
            if (charAt(line, at) == ' ') {
                canvas.get(line)[at] = '-';
            }
        }
    }

    private void put(final int line, final int column, final String text) {
        final int start = Math.max(0, middle(column) - text.length() / 2);
        for (int i = 0; i < text.length(); i++) {
            charAt(line, start + i);
            canvas.get(line)[start + i] = text.charAt(i);
        }
    }

    /** Makes room, if there is none, and tells what is there. */
    private char charAt(final int line, final int at) {
        while (canvas.size() <= line) {
            canvas.add(new char[0]);
        }
        final var chars = canvas.get(line);
        if (chars.length <= at) {
            final var longer = Arrays.copyOf(chars, at + 1);
            Arrays.fill(longer, chars.length, at + 1, ' ');
            canvas.set(line, longer);
        }
        return canvas.get(line)[at];
    }
}
