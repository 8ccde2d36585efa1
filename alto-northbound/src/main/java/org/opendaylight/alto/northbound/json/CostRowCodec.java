/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.Pid;

/** Rows of costs as the text of one JSON object (RFC 7285, section 11.2.3.6, DstCosts), and back. */
public final class CostRowCodec {
    // from here on not every integer is a double
    private static final double EXACT_INTEGERS = 1L << 53;
    private static final int TEXT_PER_COST = 16;

    private Pid[] destinations = new Pid[16];
    private double[] numbers = new double[16];
    /** The costs that are not numbers. */
    private final Map<Pid, CostValue> others = new HashMap<>();
    private int size;
    private boolean sorted = true;

    private CostRowCodec() {
    }

    /**
     * Reads a row.
     *
     * @param place where the text stands, for faults
     * @param text a JSON object: the cost of each destination
     * @param pids makes a PID of its name, or returns the one made before
     * @return the row
     * @throws InvalidMapException if the text is something else
     */
    public static CostRow parse(final String place, final String text, final Function<String, Pid> pids) {
        try (var source = new MapFileReaderSource(place, text)) {
            try {
                source.start("the row");
                final var row = read(source, pids);
                source.end("the row");
                return row;
            } catch (JsonProcessingException e) {
                throw source.syntaxFault(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
    }

    /**
     * Writes a row.
     *
     * @param row the row
     * @return the JSON object, destinations in the order of their names and without white space; equal rows have equal
     *     texts
     */
    public static String format(final CostRow row) {
        final var text = new StringBuilder(2 + TEXT_PER_COST * row.size()).append('{');
        for (int i = 0; i < row.size(); i++) {
            // a PID name has no character that JSON escapes
            text.append(i == 0 ? "\"" : ",\"").append(row.destination(i).value()).append("\":");
            final double number = row.number(i);
            if (number < EXACT_INTEGERS && Double.compare(number, Math.rint(number)) == 0) {
                text.append((long) number);
            } else {
                text.append(row.value(i));
            }
        }
        return text.append('}').toString();
    }

    /** Reads the object that the source is at. */
    static CostRow read(final MapFileReaderSource source, final Function<String, Pid> pids) throws IOException {
        final var reading = new CostRowCodec();
        final var json = source.json();
        source.require(JsonToken.START_OBJECT);
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            final var pid = source.make(name, pids);
            if (json.nextToken().isNumeric()) {
                final double number = json.getDoubleValue();
                if (!Double.isFinite(number) || number < 0) {
                    throw source.fault("cost " + json.getText() + " is not a finite number of 0 or more");
                }
                reading.add(pid, number);
            } else {
                reading.add(pid, Double.NaN);
                reading.others.put(pid, new CostValue.Json(compact(json)));
            }
        }
        return reading.toRow(source);
    }

    private void add(final Pid pid, final double number) {
        if (size == numbers.length) {
            destinations = Arrays.copyOf(destinations, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        sorted = sorted && (size == 0 || destinations[size - 1].compareTo(pid) < 0);
        destinations[size] = pid;
        numbers[size] = number;
        size++;
    }

    private CostRow toRow(final MapFileReaderSource source) {
        final var order = new Integer[sorted ? 0 : size];
        if (!sorted) {
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparing(i -> destinations[i]));
        }
        final var pids = new Pid[size];
        final var costs = new double[size];
        for (int i = 0; i < size; i++) {
            final int from = sorted ? i : order[i];
            pids[i] = destinations[from];
            costs[i] = numbers[from];
            if (i > 0 && pids[i].equals(pids[i - 1])) {
                throw source.fault("destination " + pids[i] + " is there twice");
            }
        }
        if (others.isEmpty()) {
            return CostRow.ofSorted(pids, costs);
        }
        final var mixed = new HashMap<>(others);
        for (int i = 0; i < size; i++) {
            if (!others.containsKey(pids[i])) {
                mixed.put(pids[i], new CostValue.Number(costs[i]));
            }
        }
        return CostRow.of(mixed);
    }

    /** Copies a value without white space; numbers stay digit by digit. */
    private static String compact(final JsonParser json) throws IOException {
        final var text = new StringBuilder();
        int depth = 0;
        for (var token = json.currentToken();; token = json.nextToken()) {
            if (!text.isEmpty() && !token.isStructEnd() && "{[:".indexOf(text.charAt(text.length() - 1)) < 0) {
                text.append(',');
            }
            switch (token) {
                case FIELD_NAME -> quote(json.currentName(), text).append(':');
                case VALUE_STRING -> quote(json.getText(), text);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text.append(json.getText());
                default -> text.append(token.asString());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return text.toString();
            }
        }
    }

    private static StringBuilder quote(final String value, final StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        return text.append('"');
    }
}
