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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.map.CostMetric;

/** How links are shown. */
public final class LinksView {
    private static final double BITS = 8;
    private static final String[] RATES = { "bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s" };

    private LinksView() {
    }

    /**
     * For people.
     *
     * @param links the links
     * @param graph draws what was
     * @return a row for each link; - where nothing is known
     */
    public static Table table(final List<LinkStatus> links, final Sparkline graph) {
        return new Table(List.of("From", "To", "Capacity", "In use", "Available", "Loss", "Delay", "Variation",
            "Delay, past", "Sent, past"), links.stream()
            .map(link -> List.of(
                link.from().toString(),
                link.to().map(Object::toString).orElse("hosts"),
                rate(link.capacity()),
                percent(link.utilisation()),
                rate(value(link, CostMetric.BW_AVAILABLE)),
                percent(value(link, CostMetric.LOSSRATE)),
                time(value(link, CostMetric.DELAY_OW)),
                time(value(link, CostMetric.DELAY_VARIATION)),
                graph.draw(link.delays()),
                graph.draw(link.txRates())))
            .toList());
    }

    /**
     * Says what measuring costs.
     *
     * @param costs the costs
     * @return a sentence
     */
    public static String sentence(final ProbeCosts costs) {
        return costs.equals(ProbeCosts.NONE) ? "No probes are sent by this controller."
            : String.format(Locale.ROOT, "Probes: %.1f a second; %,d sent, %,d back, %,d lost, %,d refused.",
                costs.perSecond(), costs.sent(), costs.received(), costs.lost(), costs.refused());
    }

    /**
     * For programs.
     *
     * @param links the links
     * @param costs what measuring costs
     * @return a JSON object with the links and the costs; what is not known is not there
     */
    public static String json(final List<LinkStatus> links, final ProbeCosts costs) {
        final var probes = new LinkedHashMap<String, Object>();
        probes.put("rate", costs.perSecond());
        probes.put("sent", costs.sent());
        probes.put("received", costs.received());
        probes.put("lost", costs.lost());
        probes.put("refused", costs.refused());
        final var json = new LinkedHashMap<String, Object>();
        json.put("links", links.stream().map(LinksView::toJson).toList());
        json.put("probes", probes);
        return Json.write(json);
    }

    private static Map<String, Object> toJson(final LinkStatus link) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("from", link.from().toString());
        link.to().ifPresent(to -> json.put("to", to.toString()));
        putKnown(json, "capacity", link.capacity());
        putKnown(json, "tx-rate", link.txRate());
        putKnown(json, "rx-rate", link.rxRate());
        putKnown(json, "utilisation", link.utilisation());
        link.metrics().forEach((metric, value) -> json.put(metric.value(), value));
        if (link.to().isPresent()) {
            json.put("delay-samples", link.delaySamples());
        }
        json.put("errors", link.errors());
        json.put("drops", link.drops());
        link.observed().ifPresent(time -> json.put("observed", time.toString()));
        json.put("past-delays", link.delays());
        json.put("past-tx-rates", link.txRates());
        return json;
    }

    private static void putKnown(final Map<String, Object> json, final String name, final double value) {
        if (!Double.isNaN(value)) {
            json.put(name, value);
        }
    }

    private static double value(final LinkStatus link, final CostMetric metric) {
        return link.metrics().getOrDefault(metric, Double.NaN);
    }

    /** Network people count bits, and in thousands. */
    private static String rate(final double bytesPerSecond) {
        if (Double.isNaN(bytesPerSecond)) {
            return "-";
        }
        int unit = 0;
        double bits = bytesPerSecond * BITS;
        while (bits >= 999.95 && unit < RATES.length - 1) {
            bits /= 1000;
            unit++;
        }
        return short1(bits) + " " + RATES[unit];
    }

    private static String percent(final double value) {
        return Double.isNaN(value) ? "-" : short1(value) + " %";
    }

    private static String time(final double micros) {
        return Double.isNaN(micros) ? "-" : String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }

    /** One decimal, unless it would be 0. */
    private static String short1(final double value) {
        final var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
