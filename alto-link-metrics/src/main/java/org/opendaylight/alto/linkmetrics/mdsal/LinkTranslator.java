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
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter64;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.BytesPerSecond;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.Links;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.Microseconds;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.Percent;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.Link;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.LinkBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.Probes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.links.ProbesBuilder;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Links as the datastore has them. What is not known is left out. */
final class LinkTranslator {
    static final DataObjectIdentifier<Links> LINKS = DataObjectIdentifier.builder(Links.class).build();

    private static final int MICROSECOND_DIGITS = 3;
    private static final int PERCENT_DIGITS = 6;

    private LinkTranslator() {
        // static methods only
    }

    static Link toData(final LinkStatus link) {
        return new LinkBuilder()
            .setFrom(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort(
                link.from().toString()))
            .setTo(link.to().map(to -> new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121
                .SwitchPort(to.toString())).orElse(null))
            .setCapacity(rate(link.capacity()))
            .setTxRate(rate(link.txRate()))
            .setRxRate(rate(link.rxRate()))
            .setUtilisation(percent(link.utilisation()))
            .setBwResidual(rate(link, CostMetric.BW_RESIDUAL))
            .setBwAvailable(rate(link, CostMetric.BW_AVAILABLE))
            .setLossrate(percent(link.metrics().getOrDefault(CostMetric.LOSSRATE, Double.NaN)))
            .setDelayOw(micros(link, CostMetric.DELAY_OW))
            .setDelayRt(micros(link, CostMetric.DELAY_RT))
            .setDelayVariation(micros(link, CostMetric.DELAY_VARIATION))
            .setDelaySamples(link.to().isEmpty() ? null : Uint32.valueOf(link.delaySamples()))
            .setErrors(counter(link.errors()))
            .setDrops(counter(link.drops()))
            .setObserved(link.observed().map(time -> new DateAndTime(time.truncatedTo(ChronoUnit.MILLIS).toString()))
                .orElse(null))
            .build();
    }

    static Probes toData(final ProbeCosts costs) {
        return new ProbesBuilder()
            .setRate(decimal(costs.perSecond(), MICROSECOND_DIGITS))
            .setSent(counter(costs.sent()))
            .setReceived(counter(costs.received()))
            .setLost(counter(costs.lost()))
            .setRefused(counter(costs.refused()))
            .build();
    }

    private static @Nullable BytesPerSecond rate(final LinkStatus link, final CostMetric metric) {
        return rate(link.metrics().getOrDefault(metric, Double.NaN));
    }

    private static @Nullable BytesPerSecond rate(final double value) {
        return Double.isNaN(value) ? null : new BytesPerSecond(Uint64.valueOf(Math.round(value)));
    }

    private static @Nullable Microseconds micros(final LinkStatus link, final CostMetric metric) {
        final double value = link.metrics().getOrDefault(metric, Double.NaN);
        return Double.isNaN(value) ? null : new Microseconds(decimal(value, MICROSECOND_DIGITS));
    }

    private static @Nullable Percent percent(final double value) {
        return Double.isNaN(value) ? null : new Percent(decimal(value, PERCENT_DIGITS));
    }

    private static Decimal64 decimal(final double value, final int digits) {
        return Decimal64.valueOf(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    private static Counter64 counter(final long value) {
        return new Counter64(Uint64.fromLongBits(value));
    }
}
