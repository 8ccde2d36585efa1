/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressNoZone;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.pins.Pin;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.pins.PinBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.host.pins.PinKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.SwitchPort;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins as the data model writes them. */
final class HostPinTranslator {
    static final DataObjectIdentifier<HostPins> PINS = DataObjectIdentifier.builder(HostPins.class).build();

    private static final Logger LOG = LoggerFactory.getLogger(HostPinTranslator.class);
    private static final Comparator<HostPin> ORDER = Comparator.comparing((HostPin pin) -> pin.host().mac())
        .thenComparingInt(pin -> pin.host().vlan().map(VlanId::value).orElse(0));

    private HostPinTranslator() {
        // static methods only
    }

    static DataObjectIdentifier<Pin> path(final Host.Key host) {
        return PINS.toBuilder().child(Pin.class, toKey(host)).build();
    }

    static Pin toData(final HostPin pin) {
        return new PinBuilder()
            .withKey(toKey(pin.host()))
            .setAddress(HostTranslator.addresses(pin.addresses()))
            .setAttachmentPoint(pin.attachment().map(port -> new SwitchPort(port.toString())).orElse(null))
            .build();
    }

    /** Returns the pins in order; what cannot be a pin is logged and left out. */
    static List<HostPin> fromData(final @Nullable HostPins data) {
        if (data == null) {
            return List.of();
        }
        final var pins = new ArrayList<HostPin>();
        data.nonnullPin().values().forEach(pin -> {
            try {
                pins.add(fromData(pin));
            } catch (IllegalArgumentException e) {
                LOG.warn("The pin of host {} in alto-hosts:host-pins has no effect", pin.key(), e);
            }
        });
        pins.sort(ORDER);
        return List.copyOf(pins);
    }

    private static HostPin fromData(final Pin pin) {
        final Set<IpAddressNoZone> addresses = pin.getAddress() == null ? Set.of() : pin.getAddress();
        return new HostPin(
            new Host.Key(org.opendaylight.alto.core.net.MacAddress.parse(pin.requireMac().getValue()),
                HostTranslator.vlan(pin.getVlan())),
            addresses.stream().map(address -> IpAddr.parse(address.stringValue()))
                .collect(Collectors.toCollection(TreeSet::new)),
            Optional.ofNullable(pin.getAttachmentPoint())
                .map(port -> org.opendaylight.alto.core.net.SwitchPort.parse(port.getValue())));
    }

    private static PinKey toKey(final Host.Key host) {
        return new PinKey(new MacAddress(host.mac().toString()),
            Uint16.valueOf(host.vlan().map(VlanId::value).orElse(0)));
    }
}
