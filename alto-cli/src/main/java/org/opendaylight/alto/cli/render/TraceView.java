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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;

/** How the paths between two hosts are shown. */
public final class TraceView {
    private static final int SHARE_DIGITS = 6;

    private TraceView() {
    }

    /**
     * For people.
     *
     * @param query what was asked
     * @param answer the paths
     * @return lines of text
     */
    public static List<String> lines(final PathQuery query, final PathAnswer answer) {
        final var lines = new ArrayList<String>();
        final var hopCount = answer.hopCount();
        lines.add(query.source() + " to " + query.destination() + ": "
            + (hopCount.isPresent() ? "hop count " + hopCount.getAsInt() : "no path")
            + ", as of " + answer.asOf());
        final var drawing = PathDrawing.lines(query, answer.traces());
        if (!drawing.isEmpty()) {
            lines.add("");
            lines.addAll(drawing);
        }
        for (int i = 0; i < answer.traces().size(); i++) {
            lines.add("");
            addDetails(lines, answer.traces().get(i), answer.traces().size() == 1 ? "" : "Path " + (i + 1) + ", ");
        }
        if (answer.truncated()) {
            lines.add("");
            lines.add("There are more classes of packets than were followed; give --protocol, --sport or --dport.");
        }
        return lines;
    }

    private static void addDetails(final List<String> lines, final PathTrace trace, final String name) {
        final var packets = trace.condition().isEmpty() ? "all packets" : "packets with " + trace.condition();
        lines.add((name.isEmpty() ? packets.substring(0, 1).toUpperCase(Locale.ROOT) + packets.substring(1)
            : name + packets) + ": " + trace.outcome().text()
            + (trace.reason().isEmpty() ? "" : " (" + trace.reason() + ")"));
        lines.add("  Origin: " + trace.origin());
        if (trace.share() < 1) {
            lines.add("  Share: " + share(trace) + " of these packets, as switches choose");
        }
        trace.hops().forEach(hop -> addDetails(lines, hop));
    }

    private static void addDetails(final List<String> lines, final Hop hop) {
        lines.add("  " + hop.switchId() + ": in by port " + hop.inPort()
            + (hop.outPort().isPresent() ? ", out by port " + hop.outPort().getAsLong() : "")
            + (hop.condition().isEmpty() ? "" : ", if " + hop.condition()));
        for (var rule : hop.rules()) {
            lines.add("    table " + rule.tableId() + " priority " + rule.priority() + " match "
                + (rule.match().isEmpty() ? "any" : rule.match()) + " cookie 0x" + Long.toHexString(rule.cookie())
                + " flow " + rule.flowId());
        }
        for (var meter : hop.meters()) {
            lines.add("    meter " + meter.id() + (meter.bytesPerSecond().isPresent()
                ? ": at most " + meter.bytesPerSecond().getAsLong() + " bytes per second" : ": does not bound bytes"));
        }
        if (!hop.rewrites().isEmpty()) {
            lines.add("    rewrites " + String.join(", ", hop.rewrites()));
        }
    }

    private static BigDecimal share(final PathTrace trace) {
        return BigDecimal.valueOf(trace.share()).setScale(SHARE_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /**
     * For programs.
     *
     * @param query what was asked
     * @param answer the paths
     * @return a JSON object
     */
    public static String json(final PathQuery query, final PathAnswer answer) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("source", query.source().toString());
        json.put("destination", query.destination().toString());
        query.protocol().ifPresent(protocol -> json.put("protocol", protocol));
        query.sourcePort().ifPresent(port -> json.put("source-port", port));
        query.destinationPort().ifPresent(port -> json.put("destination-port", port));
        answer.hopCount().ifPresent(count -> json.put("hop-count", count));
        json.put("as-of", answer.asOf().toString());
        json.put("truncated", answer.truncated());
        json.put("paths", answer.traces().stream().map(TraceView::toJson).toList());
        return Json.write(json);
    }

    private static Map<String, Object> toJson(final PathTrace trace) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("condition", trace.condition());
        json.put("outcome", trace.outcome().name());
        json.put("reason", trace.reason());
        json.put("origin", trace.origin().kind().name());
        if (!trace.origin().by().isEmpty()) {
            json.put("predicted-by", trace.origin().by());
        }
        json.put("share", share(trace).doubleValue());
        json.put("hops", trace.hops().stream().map(TraceView::toJson).toList());
        return json;
    }

    private static Map<String, Object> toJson(final Hop hop) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("switch", hop.switchId().toString());
        json.put("in-port", hop.inPort());
        hop.outPort().ifPresent(port -> json.put("out-port", port));
        json.put("condition", hop.condition());
        json.put("rules", hop.rules().stream().map(TraceView::toJson).toList());
        json.put("meters", hop.meters().stream().map(TraceView::toJson).toList());
        json.put("rewrites", hop.rewrites());
        return json;
    }

    private static Map<String, Object> toJson(final MeterRef meter) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("id", meter.id());
        meter.bytesPerSecond().ifPresent(rate -> json.put("bytes-per-second", rate));
        return json;
    }

    private static Map<String, Object> toJson(final RuleRef rule) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("table", rule.tableId());
        json.put("priority", rule.priority());
        json.put("match", rule.match());
        // text, as programs may not keep 64-bit numbers exact
        json.put("cookie", "0x" + Long.toHexString(rule.cookie()));
        json.put("flow", rule.flowId());
        return json;
    }
}
