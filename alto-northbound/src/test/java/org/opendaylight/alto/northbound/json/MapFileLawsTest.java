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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;

/** What is written can be read, and is the same. */
class MapFileLawsTest {
    private static final int ROUNDS = 200;
    private static final ResourceId ID = new ResourceId("n");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private NetworkMap networkMap() {
        final var pids = new HashMap<IpPrefix, Pid>();
        for (int i = random.nextInt(60); i > 0; i--) {
            pids.put(random.nextBoolean() ? new IpPrefix(new Ipv4Addr(random.nextInt()), random.nextInt(33))
                : new IpPrefix(new Ipv6Addr(random.nextLong(), random.nextLong()), random.nextInt(129)), pid());
        }
        final var map = new TreeMap<Pid, List<IpPrefix>>(Map.of(pid(), new ArrayList<>()));
        pids.forEach((prefix, pid) -> map.computeIfAbsent(pid, key -> new ArrayList<>()).add(prefix));
        return NetworkMap.of(map);
    }

    private Pid pid() {
        return new Pid("p:@-_".charAt(random.nextInt(5)) + Integer.toString(random.nextInt(20)));
    }

    private CostRow row(final boolean numbersOnly) {
        final var costs = new HashMap<Pid, CostValue>();
        for (int i = random.nextInt(40); i > 0; i--) {
            costs.put(pid(), numbersOnly || random.nextBoolean() ? number()
                : new CostValue.Json(List.of("null", "true", "\"\\\"\\n,\"", "[1,[],{}]", "{\"a\":-1.50,\"b\":[{}]}")
                    .get(random.nextInt(5))));
        }
        return CostRow.of(costs);
    }

    private CostValue number() {
        final double number = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(1000);
            case 1 -> random.nextInt(1000) / 100.0;
            case 2 -> random.nextDouble();
            // any pattern of bits that is a cost
            default -> {
                final double any = Math.abs(Double.longBitsToDouble(random.nextLong()));
                yield Double.isFinite(any) ? any : Double.MIN_VALUE;
            }
        };
        return new CostValue.Number(number);
    }

    private CostMap costMap(final boolean numbersOnly) {
        final var rows = new TreeMap<Pid, CostRow>();
        for (int i = random.nextInt(20); i > 0; i--) {
            rows.put(pid(), row(numbersOnly));
        }
        return new CostMap(new VersionTag(ID, "!\"\\~" + random.nextInt()),
            numbersOnly ? CostType.numerical(CostMetric.HOPCOUNT)
                : new CostType(CostMetric.ROUTINGCOST, new CostMode("priv:any")), rows);
    }

    private static MapFile read(final ByteArrayOutputStream bytes) throws IOException {
        return MapFileReader.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void readsTheNetworkMapThatWasWritten() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            final var map = networkMap();
            final var bytes = new ByteArrayOutputStream();
            NetworkMapCodec.encode(new Versioned<>(new VersionTag(ID, ContentTag.of(map)), map)).writeTo(bytes);
            final var file = read(bytes);
            assertEquals(new MapFile.OfNetwork(Optional.of(ID), map), file, "seed " + seed);
            assertEquals(ContentTag.of(map), ContentTag.of(((MapFile.OfNetwork) file).map()), "seed " + seed);
        }
    }

    @Test
    void readsTheCostMapThatWasWritten() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            final var map = costMap(random.nextBoolean());
            final var bytes = new ByteArrayOutputStream();
            CostMapCodec.encode(map).writeTo(bytes);
            final var file = read(bytes);
            assertEquals(new MapFile.OfCosts(map), file, "seed " + seed);
            assertEquals(ContentTag.of(map), ContentTag.of(((MapFile.OfCosts) file).map()), "seed " + seed);
        }
    }

    @Test
    void parsesTheRowThatWasFormatted() {
        for (int i = 0; i < ROUNDS; i++) {
            final var row = row(random.nextBoolean());
            final var text = CostRowCodec.format(row);
            final var parsed = CostRowCodec.parse("row", text, Pid::new);
            assertEquals(row, parsed, "seed " + seed);
            assertEquals(text, CostRowCodec.format(parsed), "seed " + seed);
        }
    }

    @Test
    void writesWholeNumbersWithoutFraction() {
        assertEquals("{\"a\":5,\"b\":0.5,\"c\":[1]}",
            CostRowCodec.format(CostRowCodec.parse("row", " {\"c\" : [ 1 ], \"b\": 5e-1, \"a\" : 5.0 }\n", Pid::new)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "`` | r: the row is empty",
        "[1] | r: expected an object, found an array (line 1, column 1)",
        "{\"a\":-1} | r/a: cost -1 is not a finite number of 0 or more",
        "{\"a\":1,\"a\":2} | r: destination a is there twice",
        "{} {} | r: something follows after the end of the row (line 1, column 4)",
        "{\"a\":} | `r/a: not JSON: Unexpected character ('}' (code 125)): expected a valid value (JSON String, "
            + "Number, Array, Object or token 'null', 'true' or 'false') (line 1, column 6)`" })
    void namesThePlaceOfAFault(final String text, final String message) {
        assertEquals(message, assertThrows(InvalidMapException.class,
            () -> CostRowCodec.parse("r", text, Pid::new)).getMessage());
    }
}
