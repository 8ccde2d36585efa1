/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.config.Definitions;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps.Status;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapState;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapStateBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.state.MapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.state.ProblemBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.state.Renewals;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.state.RenewalsBuilder;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint64;

/** How maps are, in the form of the YANG module {@code alto-automap}. */
final class StateTranslator {
    private static final int BOUND_DIGITS = 6;
    /** A larger bound says nothing, and does not fit into the datastore. */
    private static final double LARGEST_BOUND = 1e12;

    private StateTranslator() {
    }

    static AutoMapState toData(final Definitions definitions, final Map<ResourceId, Status> statuses,
            final Map<ResourceId, String> unmade, final Renewals renewals) {
        return new AutoMapStateBuilder()
            .setMap(definitions.maps().entrySet().stream()
                .map(entry -> {
                    final var defined = entry.getValue();
                    final var builder = new MapBuilder()
                        .setResourceId(AutoMapPaths.toId(entry.getKey()))
                        .setOrigin(defined.origin())
                        .setProblem(defined.problem().orElse(unmade.get(entry.getKey())));
                    final var status = statuses.get(entry.getKey());
                    return (status == null ? builder : withStatus(builder, status)).build();
                })
                .collect(BindingMap.toMap()))
            .setProblem(definitions.problems().entrySet().stream()
                .map(entry -> new ProblemBuilder().setPlace(entry.getKey()).setText(entry.getValue()).build())
                .collect(BindingMap.toMap()))
            .setRenewals(renewals)
            .build();
    }

    private static MapBuilder withStatus(final MapBuilder builder, final Status status) {
        return builder
            .setLastComputed(new DateAndTime(status.computed().truncatedTo(ChronoUnit.MILLIS).toString()))
            .setDuration(Uint64.valueOf(micros(status.took())))
            .setReason(status.reason())
            .setChangedParts(Uint64.valueOf(status.changedParts()))
            .setParts(Uint64.valueOf(status.parts()))
            .setErrorBound(bound(status.errorBound()))
            .setSampledPairs(Uint64.valueOf(status.sampledPairs()));
    }

    private static @Nullable Decimal64 bound(final OptionalDouble bound) {
        return bound.isEmpty() || !(bound.orElseThrow() <= LARGEST_BOUND) ? null
            : Decimal64.valueOf(BigDecimal.valueOf(bound.orElseThrow()).setScale(BOUND_DIGITS, RoundingMode.CEILING));
    }

    static long micros(final Duration duration) {
        return duration.toNanos() / 1000;
    }

    static Renewals toRenewals(final long runs, final long maps, final long changed, final Duration duration) {
        return new RenewalsBuilder()
            .setRuns(counter(runs))
            .setComputedMaps(counter(maps))
            .setChangedMaps(counter(changed))
            .setDuration(counter(micros(duration)))
            .build();
    }

    private static Counter64 counter(final long value) {
        return new Counter64(Uint64.valueOf(value));
    }

    /** Returns what keeps maps from being made. */
    static SortedMap<ResourceId, String> toProblems(final @Nullable AutoMapState data) {
        final var problems = new TreeMap<ResourceId, String>();
        if (data != null) {
            data.nonnullMap().values().forEach(map -> {
                if (map.getProblem() != null) {
                    problems.put(new ResourceId(map.requireResourceId().getValue()), map.getProblem());
                }
            });
        }
        return problems;
    }

    /** Returns how each map that was computed was computed. */
    static SortedMap<ResourceId, Status> toStatuses(final @Nullable AutoMapState data) {
        final var statuses = new TreeMap<ResourceId, Status>();
        if (data != null) {
            data.nonnullMap().values().forEach(map -> {
                final var computed = map.getLastComputed();
                if (computed != null) {
                    final var bound = map.getErrorBound();
                    statuses.put(new ResourceId(map.requireResourceId().getValue()), new Status(
                        Instant.parse(computed.getValue()),
                        Duration.of(map.requireDuration().longValue(), ChronoUnit.MICROS),
                        map.requireReason(), map.requireChangedParts().longValue(), map.requireParts().longValue(),
                        bound == null ? OptionalDouble.empty() : OptionalDouble.of(bound.decimalValue().doubleValue()),
                        Optional.ofNullable(map.getSampledPairs()).map(Uint64::longValue).orElse(0L)));
                }
            });
        }
        return statuses;
    }
}
