/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.Cookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.Origin;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.Outcome;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.PredictorName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.Path;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.PathBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.Hop;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.HopBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.MeterBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.RewriteBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.Rule;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.trace.path.output.path.hop.RuleBuilder;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Translates questions and answers between {@code alto-paths} and {@code core.path}. */
final class PathTranslator {
    private static final int SHARE_DIGITS = 6;

    private PathTranslator() {
        // static only
    }

    /**
     * Reads a question.
     *
     * @throws IllegalArgumentException if it contradicts itself; the message is for a person
     */
    static PathQuery toQuery(final TracePathInput input) {
        final var protocol = input.getProtocol();
        return new PathQuery(IpAddr.parse(input.requireSource().stringValue()),
            IpAddr.parse(input.requireDestination().stringValue()),
            protocol == null ? OptionalInt.empty() : OptionalInt.of(protocol.toJava()),
            port(input.getSourcePort()), port(input.getDestinationPort()));
    }

    private static OptionalInt port(final @Nullable PortNumber port) {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port.getValue().toJava());
    }

    static TracePathOutput toOutput(final PathAnswer answer, final Instant now) {
        final var output = new TracePathOutputBuilder()
            .setAsOf(time(answer.asOf()))
            // the clock may have been set back
            .setAge(Uint64.valueOf(Math.max(0, Duration.between(answer.asOf(), now).toMillis())))
            .setTruncated(answer.truncated())
            .setPath(answer.traces().stream().map(PathTranslator::toData).toList());
        answer.hopCount().ifPresent(count -> output.setHopCount(Uint32.valueOf(count)));
        return output.build();
    }

    private static Path toData(final PathTrace trace) {
        final var origin = trace.origin();
        return new PathBuilder()
            .setCondition(trace.condition())
            .setOutcome(Outcome.ofName(word(trace.outcome())))
            .setReason(trace.reason())
            .setOrigin(Origin.ofName(word(origin.kind())))
            .setPredictedBy(origin.by().isEmpty() ? null : new PredictorName(origin.by()))
            .setShare(Decimal64.valueOf(BigDecimal.valueOf(trace.share()).setScale(SHARE_DIGITS, RoundingMode.HALF_UP)))
            .setHop(trace.hops().stream().map(PathTranslator::toData).toList())
            .build();
    }

    private static Hop toData(final org.opendaylight.alto.core.path.Hop hop) {
        return new HopBuilder()
            .setSwitch(switchId(hop.switchId()))
            .setInPort(Uint32.valueOf(hop.inPort()))
            .setOutPort(outPort(hop.outPort()))
            .setCondition(hop.condition())
            .setRule(hop.rules().stream().map(PathTranslator::toData).toList())
            .setMeter(hop.meters().stream().map(PathTranslator::toData).toList())
            .setRewrite(hop.rewrites().stream().map(each -> new RewriteBuilder().setAction(each).build()).toList())
            .build();
    }

    private static Rule toData(final RuleRef rule) {
        return new RuleBuilder()
            .setTable(Uint8.valueOf(rule.tableId()))
            .setPriority(Uint16.valueOf(rule.priority()))
            .setCookie(new Cookie("0x" + Long.toHexString(rule.cookie())))
            .setFlowId(rule.flowId())
            .setMatch(rule.match())
            .build();
    }

    private static Meter toData(final MeterRef meter) {
        final var rate = meter.bytesPerSecond();
        return new MeterBuilder().setId(Uint32.valueOf(meter.id()))
            .setRate(rate.isPresent() ? Uint64.valueOf(rate.getAsLong()) : null).build();
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.SwitchId switchId(final SwitchId id) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.SwitchId(id.toString());
    }

    static @Nullable Uint32 outPort(final OptionalLong port) {
        return port.isEmpty() ? null : Uint32.valueOf(port.getAsLong());
    }

    static DateAndTime time(final Instant instant) {
        return new DateAndTime(DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
