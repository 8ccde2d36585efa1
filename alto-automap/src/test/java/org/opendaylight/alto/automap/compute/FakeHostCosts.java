/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.opendaylight.alto.core.service.HostCosts;

/**
 * Costs between hosts, as given.
 *
 * @param sourceGroups the group of each sender
 * @param destinationGroups the group of each receiver
 * @param columns for each group of receivers, the cost from each group of senders
 */
record FakeHostCosts(int[] sourceGroups, int[] destinationGroups, double[][] columns) implements HostCosts {
    /** Groups hosts, and makes up costs. */
    static FakeHostCosts random(final Random random, final int hosts, final DoubleSupplier cost) {
        final int senders = 1 + random.nextInt(6);
        final int receivers = 1 + random.nextInt(6);
        final var columns = new double[receivers][senders];
        for (var column : columns) {
            Arrays.setAll(column, i -> random.nextInt(6) == 0 ? Double.NaN : cost.getAsDouble());
        }
        return new FakeHostCosts(random.ints(hosts, 0, senders).toArray(), random.ints(hosts, 0, receivers).toArray(),
            columns);
    }

    /** Returns the cost of one pair, by looking at everything. */
    double cost(final int source, final int destination) {
        if (source == destination || sourceGroups[source] == NO_GROUP || destinationGroups[destination] == NO_GROUP) {
            return Double.NaN;
        }
        return columns[destinationGroups[destination]][sourceGroups[source]];
    }

    @Override
    public int sourceGroup(final int host) {
        return sourceGroups[host];
    }

    @Override
    public int destinationGroup(final int host) {
        return destinationGroups[host];
    }

    @Override
    public int sourceGroupCount() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    @Override
    public int destinationGroupCount() {
        return columns.length;
    }

    @Override
    public double[] costsTo(final int destinationGroup) {
        return columns[destinationGroup];
    }
}
