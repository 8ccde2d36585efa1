/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;

class ProbeScheduleTest {
    private static final long TICK = 20_000_000;

    private final ProbeSchedule schedule = new ProbeSchedule();
    private long now;

    private static List<Prober.Target> targets(final int number) {
        return LongStream.range(0, number).<Prober.Target>mapToObj(id -> new Prober.ToSwitch(new SwitchId(id)))
            .toList();
    }

    private List<List<Prober.Target>> run(final int seconds) {
        final var all = new ArrayList<List<Prober.Target>>();
        for (final long end = now + seconds * 1_000_000_000L; now < end;) {
            now += TICK;
            all.add(schedule.due(now));
        }
        return all;
    }

    @Test
    void eachTargetIsProbedOnceInAnIntervalAndNeverManyAtOnce() {
        schedule.set(targets(100), 2, 1000);
        assertEquals(50, schedule.perSecond());
        final var ticks = run(20);
        assertTrue(ticks.stream().allMatch(tick -> tick.size() <= 2));
        final var counts = ticks.stream().flatMap(List::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(100, counts.size());
        assertTrue(counts.values().stream().allMatch(count -> count == 10 || count == 9), counts::toString);
    }

    @Test
    void moreThanAllowedAreProbedLessOften() {
        schedule.set(targets(100), 0.1, 20);
        assertEquals(20, schedule.perSecond());
        assertEquals(200, run(10).stream().mapToInt(List::size).sum(), 1);
    }

    @Test
    void intervalOfZeroProbesNothing() {
        schedule.set(targets(10), 0, 20);
        assertEquals(0, run(10).stream().mapToInt(List::size).sum());
        schedule.set(List.of(), 1, 20);
        assertEquals(0, run(10).stream().mapToInt(List::size).sum());
    }

    @Test
    void delayOfTheControllerIsNotMadeUpFor() {
        schedule.set(targets(10), 1, 1000);
        run(1);
        now += 60_000_000_000L;
        assertEquals(1, schedule.due(now).size());
    }
}
