/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;

/**
 * Makes a cost of a path that packets take: out of one value or several, each of which is put together of what the path
 * crosses. May be used by several threads.
 */
public interface PathCosting {
    /** Knows no cost. */
    PathCosting UNKNOWN = new PathCosting() {
        @Override
        public List<LinkMeasure> measures() {
            return List.of();
        }

        @Override
        public double cost(final double[] values) {
            return Double.NaN;
        }

        @Override
        public boolean isHigherBetter() {
            return false;
        }
    };

    /**
     * Returns what measures the values.
     *
     * @return a measure for each value
     */
    List<LinkMeasure> measures();

    /**
     * Makes the cost out of the values.
     *
     * @param values the values of a path, in the order of {@link #measures()}; {@code NaN} where one is not known
     * @return the cost; {@code NaN} if it is not known
     */
    double cost(double[] values);

    /**
     * Returns the cost of a path.
     *
     * @param entering the port by which the packets enter the network
     * @param way the ports by which they leave the switches, and the meters
     * @return the cost; {@code NaN} if it is not known
     */
    default double of(final SwitchPort entering, final Way way) {
        return cost(measures().stream().mapToDouble(measure -> {
            double value = measure.entering(entering);
            for (var each = way; each != null && !Double.isNaN(value); each = each.rest()) {
                value = measure.combine(value, measure.leaving(each.leaving()));
            }
            return measure.limitedTo(value, way.bytesPerSecond());
        }).toArray());
    }

    /**
     * Returns the cost of a path that is told for a person.
     *
     * @param hops the switches passed, in order
     * @return the cost; {@code NaN} if it is not known, or if the last switch is not left
     */
    default double of(final List<Hop> hops) {
        if (hops.isEmpty()) {
            return ofNoPath();
        }
        @Nullable Way way = null;
        for (final var hop : hops.reversed()) {
            final OptionalLong out = hop.outPort();
            if (out.isEmpty()) {
                return Double.NaN;
            }
            way = Way.of(new SwitchPort(hop.switchId(), out.getAsLong()), way)
                .limitedTo(MeterRef.lowestRate(hop.meters()));
        }
        return of(new SwitchPort(hops.getFirst().switchId(), hops.getFirst().inPort()), way);
    }

    /**
     * Returns the cost for all packets of a query.
     *
     * @param answer the paths that they take
     * @param aggregation which path counts
     * @return the cost; empty if no packet arrives, or if it is not known
     */
    default OptionalDouble of(final PathAnswer answer, final Aggregation aggregation) {
        return aggregation.of(answer.traces().stream().filter(PathTrace::isDelivered)
            .map(trace -> new Aggregation.PathCost(of(trace.hops()), trace.share())).toList(), isHigherBetter());
    }

    /**
     * Returns the cost for packets that a host sends to itself.
     *
     * @return the cost; {@code NaN} if there is none
     */
    default double ofNoPath() {
        return cost(measures().stream().mapToDouble(LinkMeasure::ofNoPath).toArray());
    }

    /**
     * Tells which of two paths is better.
     *
     * @return true if that with the higher cost; false if that with the lower one
     */
    boolean isHigherBetter();
}
