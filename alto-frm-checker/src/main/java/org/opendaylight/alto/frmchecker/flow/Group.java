/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.List;
import java.util.OptionalLong;

/**
 * A group (specification, section 5.6).
 *
 * @param id group number
 * @param type what is done with the buckets
 * @param buckets the buckets, in order
 */
public record Group(long id, Type type, List<Bucket> buckets) {
    public Group {
        buckets = List.copyOf(buckets);
    }

    /** What a group does with its buckets. */
    public enum Type {
        /** A copy of the packet goes through each bucket. */
        ALL,
        /** The packet goes through one bucket that the switch chooses by rules of its own. */
        SELECT,
        /** The packet goes through the only bucket. */
        INDIRECT,
        /** The packet goes through the first live bucket. */
        FAST_FAILOVER,
        /** Not known. */
        UNSUPPORTED
    }

    /**
     * A bucket.
     *
     * @param id bucket number
     * @param weight its share of the packets, in a group of type {@link Type#SELECT}
     * @param watchPort it is live while this port is; empty if no port is watched
     * @param watchGroup it is live while this group has a live bucket; empty if no group is watched
     * @param actions an action set, in the order of execution
     */
    public record Bucket(long id, int weight, OptionalLong watchPort, OptionalLong watchGroup, List<Action> actions) {
        public Bucket {
            actions = Action.writeInto(List.of(), actions);
        }

        /**
         * Returns a bucket of weight 1 that watches nothing.
         *
         * @param id bucket number
         * @param actions its actions
         * @return the bucket
         */
        public static Bucket of(final long id, final Action... actions) {
            return new Bucket(id, 1, OptionalLong.empty(), OptionalLong.empty(), List.of(actions));
        }
    }
}
