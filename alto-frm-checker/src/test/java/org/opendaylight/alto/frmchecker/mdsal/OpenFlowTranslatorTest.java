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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.flow;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.meter;
import static org.opendaylight.alto.frmchecker.mdsal.OpenFlowData.metered;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.MeterBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterFlags;
import org.opendaylight.yangtools.binding.util.BindingMap;

class OpenFlowTranslatorTest {
    private static OptionalLong rate(final Meter meter) {
        final var node = new FlowCapableNodeBuilder().setMeter(BindingMap.of(meter)).build();
        final var meters = OpenFlowTranslator.toPipeline(new SwitchId(1), node, List.of()).meters();
        assertEquals(new MeterRef(5, meters.get(5L).bytesPerSecond()), meters.get(5L));
        return meters.get(5L).bytesPerSecond();
    }

    @Test
    @DisplayName("OpenFlow 1.3, section 5.7: rates are in kilobits per second, and bands of type drop drop")
    void lowestBandThatDropsIsTheRateOfAMeter() {
        assertEquals(OptionalLong.of(1000), rate(meter(5, 20, 8, 9)));
        assertEquals(OptionalLong.of(0), rate(meter(5, 0)));
        assertEquals(OptionalLong.of(4_294_967_295L * 125), rate(meter(5, 4_294_967_295L)));
        assertEquals(OptionalLong.of(1000), rate(new MeterBuilder(meter(5, 8)).setFlags(null).build()));
    }

    @Test
    void meterThatRemarksOrCountsPacketsOrIsEmptyDoesNotBoundBytes() {
        assertEquals(OptionalLong.empty(), rate(meter(5)));
        assertEquals(OptionalLong.empty(), rate(new MeterBuilder(meter(5, 8)).setMeterBandHeaders(null).build()));
        assertEquals(OptionalLong.empty(), rate(new MeterBuilder(meter(5, 8))
            .setFlags(new MeterFlags(false, false, true, false)).build()));
    }

    @Test
    void ruleNamesItsMeter() {
        final var flow = flow("a", 10, "10.0.0.2", 0, "2");
        final var output = Instructions.apply(new Action.Output(2));
        assertEquals(output, OpenFlowTranslator.toRule(0, flow).instructions());
        assertEquals(output.metered(7), OpenFlowTranslator.toRule(0, metered(flow, 7)).instructions());
    }
}
