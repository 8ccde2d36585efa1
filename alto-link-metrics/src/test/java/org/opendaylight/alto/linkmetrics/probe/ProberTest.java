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

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

class ProberTest {
    private static final SwitchPort FROM = SwitchPort.parse("openflow:1:2");
    private static final SwitchPort TO = SwitchPort.parse("openflow:2:3");
    private static final Prober.OverLink LINK = new Prober.OverLink(FROM, TO);
    private static final long MILLI = 1_000_000;

    private final Prober prober = new Prober(new ProbeCodec(new byte[] { 1 }));

    private void control(final SwitchId id, final long now, final long nanos) {
        assertEquals(Optional.empty(),
            prober.receive(prober.send(new Prober.ToSwitch(id), now), Optional.empty(), now + nanos));
    }

    private Optional<Prober.Delay> link(final long now, final long nanos) {
        return prober.receive(prober.send(LINK, now), Optional.of(TO), now + nanos);
    }

    private void controlOfBoth() {
        control(FROM.switchId(), 0, 2 * MILLI);
        control(TO.switchId(), 0, 6 * MILLI);
    }

    @Test
    void controlChannelsAreTakenOff() {
        controlOfBoth();
        assertEquals(Optional.of(new Prober.Delay(FROM, 20 * MILLI)), link(0, 24 * MILLI));
    }

    @Test
    void delayIsUnknownWhileAControlChannelIs() {
        control(FROM.switchId(), 0, 2 * MILLI);
        assertEquals(Optional.empty(), link(0, 24 * MILLI));
        control(TO.switchId(), 0, 2 * MILLI);
        assertEquals(Optional.of(new Prober.Delay(FROM, 22 * MILLI)), link(0, 24 * MILLI));
        // silent for a minute
        assertEquals(Optional.empty(), link(60_100 * MILLI, 24 * MILLI));
    }

    @Test
    void errorOfTheControlChannelsIsKept() {
        controlOfBoth();
        assertEquals(Optional.of(new Prober.Delay(FROM, -MILLI)), link(0, 3 * MILLI));
    }

    @Test
    void peakOfTheControllersLoadSpoilsNothing() {
        controlOfBoth();
        control(FROM.switchId(), 1, 2 * MILLI);
        control(FROM.switchId(), 2, 2 * MILLI);
        control(FROM.switchId(), 3, 500 * MILLI);
        assertEquals(Optional.of(new Prober.Delay(FROM, 20 * MILLI)), link(600 * MILLI, 24 * MILLI));
    }

    @Test
    void eachProbeCountsOnce() {
        controlOfBoth();
        final var frame = prober.send(LINK, 0);
        assertEquals(true, prober.receive(frame, Optional.of(TO), 1).isPresent());
        assertEquals(Optional.empty(), prober.receive(frame, Optional.of(TO), 2));
        assertEquals(1, prober.refused());
        assertEquals(3, prober.received());
    }

    @Test
    void probeThatComesElsewhereIsRefusedAndStillAwaited() {
        controlOfBoth();
        final var frame = prober.send(LINK, 0);
        assertEquals(Optional.empty(), prober.receive(frame, Optional.of(FROM), 1));
        assertEquals(Optional.empty(), prober.receive(frame, Optional.empty(), 1));
        assertEquals(2, prober.refused());
        assertEquals(true, prober.receive(frame, Optional.of(TO), 2).isPresent());
    }

    @Test
    void probesOfOthersAreRefusedAndOtherPacketsLeftAlone() {
        assertEquals(Optional.empty(), prober.receive(
            new Prober(new ProbeCodec(new byte[] { 2 })).send(LINK, 0), Optional.of(TO), 1));
        assertEquals(1, prober.refused());
        assertEquals(Optional.empty(), prober.receive(new byte[60], Optional.of(TO), 1));
        assertEquals(1, prober.refused());
    }

    @Test
    void probeThatDoesNotComeInTimeIsLost() {
        controlOfBoth();
        final var late = prober.send(LINK, 0);
        prober.send(new Prober.ToSwitch(FROM.switchId()), 0);
        prober.send(LINK, 1);
        assertEquals(List.of(), prober.expire(Prober.PATIENCE - 1));
        assertEquals(List.of(FROM), prober.expire(Prober.PATIENCE));
        assertEquals(2, prober.lost());
        assertEquals(Optional.empty(), prober.receive(late, Optional.of(TO), Prober.PATIENCE + 1));
        assertEquals(List.of(FROM), prober.expire(Prober.PATIENCE + 1));
        assertEquals(5, prober.sent());
    }

    @Test
    void switchThatWentIsMeasuredAnew() {
        controlOfBoth();
        prober.retain(Set.of(FROM.switchId()));
        assertEquals(Optional.empty(), link(0, 24 * MILLI));
    }
}
