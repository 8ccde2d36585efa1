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
import java.util.function.Supplier;

/**
 * The beginning of a table that may be too long for people.
 *
 * @param table the rows that are shown
 * @param hidden how many more rows there are
 */
public record Excerpt(Table table, long hidden) {
    /** Takes the first rows and only counts the others, so that these need not be made. */
    static final class Rows {
        private final List<List<String>> rows = new ArrayList<>();
        private final int limit;
        private long hidden = 0;

        /** Takes at most so many rows; 0 for all. */
        Rows(final int limit) {
            this.limit = limit;
        }

        void add(final Supplier<List<String>> row) {
            if (limit == 0 || rows.size() < limit) {
                rows.add(row.get());
            } else {
                hidden++;
            }
        }

        Excerpt under(final String... columns) {
            return new Excerpt(new Table(List.of(columns), rows), hidden);
        }
    }
}
