/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Statistic;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.linkmetrics.measure.LinkValues;
import org.opendaylight.alto.linkmetrics.measure.MeasureSettings;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.LinkMetrics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.link.metrics.Link;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.link.metrics.Metric;
import org.opendaylight.yangtools.yang.common.Decimal64;

/**
 * What an operator says, with the model's defaults where nothing is said.
 *
 * @param measure how links are measured
 * @param rule the rule that sends probes to the controller; empty if there are no probes
 */
record Settings(MeasureSettings measure, Optional<RuleSettings> rule) {
    private static final RuleSettings DEFAULT_RULE = new RuleSettings(0, 60_001);
    private static final double BITS = 8;

    /** If an operator says nothing. */
    static final Settings DEFAULT = new Settings(new MeasureSettings(Duration.ofSeconds(60), Duration.ofSeconds(1),
        500, 600, List.of(), Map.of(), Map.of()),
        Optional.of(DEFAULT_RULE));

    static Settings of(final @Nullable LinkMetrics data) {
        if (data == null) {
            return DEFAULT;
        }
        final var otherwise = DEFAULT.measure;
        final var interval = data.getProbeInterval() == null ? otherwise.probeInterval()
            : Duration.ofNanos(decimal(data.getProbeInterval()).movePointRight(9).longValueExact());
        final var links = new HashMap<SwitchPort, LinkValues>();
        data.nonnullLink().values().forEach(link -> links.put(SwitchPort.parse(link.requirePort().getValue()),
            toValues(link)));
        final var contexts = new HashMap<CostMetric, CostContext>();
        data.nonnullMetric().values().forEach(metric -> contexts.put(new CostMetric(metric.requireName().getValue()),
            toContext(metric)));
        final var statistics = data.getStatistic();
        final var rule = data.getRule();
        return new Settings(new MeasureSettings(
            data.getWindow() == null ? otherwise.window() : Duration.ofSeconds(data.getWindow().toJava()), interval,
            data.getMaxProbesPerSecond() == null ? otherwise.maxProbesPerSecond()
                : data.getMaxProbesPerSecond().toJava(),
            data.getSamplesKept() == null ? otherwise.samplesKept() : data.getSamplesKept().toJava(),
            statistics == null ? otherwise.statistics()
                : statistics.stream().map(statistic -> new Statistic(statistic.getValue())).toList(),
            links, contexts),
            interval.isZero() ? Optional.empty() : Optional.of(new RuleSettings(
                rule == null || rule.getTable() == null ? DEFAULT_RULE.table() : rule.getTable().toJava(),
                rule == null || rule.getPriority() == null ? DEFAULT_RULE.priority() : rule.getPriority().toJava())));
    }

    private static LinkValues toValues(final Link link) {
        final var bits = link.getBitsPerSecond();
        return new LinkValues(bits == null ? Double.NaN : bits.doubleValue() / BITS,
            link.getDelayOw() == null ? Double.NaN : decimal(link.getDelayOw().getValue()).doubleValue(),
            link.getLossrate() == null ? Double.NaN : decimal(link.getLossrate().getValue()).doubleValue());
    }

    private static CostContext toContext(final Metric metric) {
        final var source = metric.getCostSource() == null ? CostContext.Source.ESTIMATION
            : CostContext.Source.valueOf(metric.getCostSource().getName().toUpperCase(Locale.ROOT));
        final var definition = metric.getSlaDefinition();
        // RFC 9439, section 4.1.4: a field named "link"
        return new CostContext(source, definition == null ? Map.of() : Map.of("link", definition.getValue()));
    }

    private static BigDecimal decimal(final Decimal64 value) {
        return new BigDecimal(value.toString());
    }
}
