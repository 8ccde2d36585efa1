/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.northbound.json.CostMapCodec;
import org.opendaylight.alto.northbound.json.MapFileReader;

/**
 * How fast the message of a large cost map is made from the map, of which nothing was encoded before. To be run on one
 * core.
 */
public final class EncodingBenchmark {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 11;
    private static final int TIMES = 5;
    private static final double TARGET = 100;
    private static final double MEGABYTE = 1e6;

    private static final OperatingSystemMXBean PROCESS =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private EncodingBenchmark() {
    }

    /**
     * Runs it.
     *
     * @param args a file with the message of a cost map
     * @throws IOException if it cannot be read
     */
    public static void main(final String[] args) throws IOException {
        final var file = Path.of(args[0]);
        final CostMap map;
        try (var in = Files.newInputStream(file)) {
            map = MapFileReader.read(in) instanceof OperatorMaps.MapFile.OfCosts costs ? costs.map() : null;
        }
        if (map == null) {
            throw new IllegalArgumentException(file + " is not a cost map");
        }
        final var bytes = new ByteArrayOutputStream();
        CostMapCodec.encode(map).writeTo(bytes);
        final var message = bytes.toByteArray();
        final var encoding = new double[ROUNDS];
        final var copying = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            final double rate = rate(() -> CostMapCodec.encode(map).length());
            final double limit = rate(() -> message.clone().length);
            if (round >= 0) {
                encoding[round] = rate;
                copying[round] = limit;
            }
        }
        System.out.printf("| %d costs, %.1f MB, one core, MB a second of processor time | median (range) of %d x %d |%n",
            map.costCount(), message.length / MEGABYTE, ROUNDS, TIMES);
        System.out.println("|---|---|");
        System.out.printf("| first encoding of the whole map (target %.0f) | %s |%n", TARGET,
            Figures.spread(encoding, "%.0f"));
        System.out.printf("| its bytes copied (limit) | %s |%n", Figures.spread(copying, "%.0f"));
        System.exit(Figures.quantile(encoding, 0.5) > TARGET ? 0 : 1);
    }

    /**
     * Returns how many megabytes are made in a second of processor time of the whole process, with its collector and
     * compiler; what else runs on the machine does not count.
     *
     * @param maker returns a number of bytes
     */
    private static double rate(final LongSupplier maker) {
        final long start = PROCESS.getProcessCpuTime();
        long length = 0;
        for (int i = 0; i < TIMES; i++) {
            length += maker.getAsLong();
        }
        return length / MEGABYTE / ((PROCESS.getProcessCpuTime() - start) / 1e9);
    }
}
