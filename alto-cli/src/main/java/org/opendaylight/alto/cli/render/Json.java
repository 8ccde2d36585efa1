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

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.opendaylight.alto.core.map.CostValue;

/**
 * Writes JSON (RFC 8259), indented by two spaces. So small that a library for it would be the largest thing the shell
 * commands need.
 */
public final class Json {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private Json() {
    }

    /**
     * Writes a value.
     *
     * @param value maps whose keys are told by their {@code toString}, collections, text, booleans, finite numbers
     *     and costs
     * @return JSON text without a line end
     * @throws IllegalArgumentException if something else is in it
     */
    public static String write(final Object value) {
        final var json = new Json();
        json.value(value, "\n");
        return json.out.toString();
    }

    private void value(final Object value, final String lineEnd) {
        switch (value) {
            case String text -> string(text);
            case Boolean bool -> out.append(bool);
            case Integer number -> out.append(number);
            case Long number -> out.append(number);
            case Double number when Double.isFinite(number) ->
                out.append(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
            // is JSON already
            case CostValue cost -> out.append(cost);
            case Map<?, ?> map -> list('{', map.entrySet(), '}', lineEnd, entry -> {
                string(entry.getKey().toString());
                out.append(": ");
                value(entry.getValue(), lineEnd + INDENT);
            });
            case Collection<?> list ->
                list('[', list, ']', lineEnd, element -> value(element, lineEnd + INDENT));
            default -> throw new IllegalArgumentException(value + " has no form in JSON");
        }
    }

    private <T> void list(final char open, final Collection<T> elements, final char close, final String lineEnd,
            final Consumer<T> writer) {
        out.append(open);
        for (final Iterator<T> each = elements.iterator(); each.hasNext();) {
            out.append(lineEnd).append(INDENT);
            writer.accept(each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        if (!elements.isEmpty()) {
            out.append(lineEnd);
        }
        out.append(close);
    }

    private void string(final String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char chr = text.charAt(i);
            switch (chr) {
                case '"', '\\' -> out.append('\\').append(chr);
                case '\n' -> out.append("\\n");
                default -> {
                    if (chr < 0x20 || chr >= 0x7f) {
                        // also valid raw, but a terminal may not be UTF-8
                        out.append("\\u%04x".formatted((int) chr));
                    } else {
                        out.append(chr);
                    }
                }
            }
        }
        out.append('"');
    }
}
