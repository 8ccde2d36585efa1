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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;

/** How pins of hosts are shown. */
public final class PinsView {
    private PinsView() {
    }

    /**
     * For people.
     *
     * @param pins the pins
     * @return a row for each pin
     */
    public static Table table(final List<HostPin> pins) {
        return new Table(List.of("MAC", "VLAN", "Addresses", "Attachment"), pins.stream()
            .map(pin -> List.of(
                pin.host().mac().toString(),
                pin.host().vlan().map(Object::toString).orElse("-"),
                pin.addresses().isEmpty() ? "-" : HostsView.addresses(pin.addresses()),
                pin.attachment().map(Object::toString).orElse("-")))
            .toList());
    }

    /**
     * For programs.
     *
     * @param pins the pins
     * @return a JSON array with an object for each pin
     */
    public static String json(final List<HostPin> pins) {
        return Json.write(pins.stream().map(PinsView::toJson).toList());
    }

    /**
     * Says what a host is pinned to.
     *
     * @param pin the pin
     * @return such as {@code 10.0.0.1 at openflow:1:2}
     */
    public static String content(final HostPin pin) {
        final var words = new ArrayList<String>();
        if (!pin.addresses().isEmpty()) {
            words.add(HostsView.addresses(pin.addresses()));
        }
        pin.attachment().ifPresent(port -> words.add("at " + port));
        return String.join(" ", words);
    }

    /**
     * Says who a host is.
     *
     * @param host what tells it from others
     * @return such as {@code 00:00:5e:00:53:01 in VLAN 7}
     */
    public static String name(final Host.Key host) {
        return HostsView.name(host);
    }

    /**
     * Says what a pin changes of what is known.
     *
     * @param pin the pin
     * @param hosts the hosts that are known
     * @return a sentence for each contradiction
     */
    public static List<String> contradictions(final HostPin pin, final HostTable hosts) {
        final var notes = new ArrayList<String>();
        for (var address : pin.addresses()) {
            hosts.find(address).filter(host -> !host.key().equals(pin.host())).ifPresent(host ->
                notes.add(address + " is now of " + HostsView.name(host.key()) + "; the pin takes it away."));
        }
        pin.attachment().ifPresent(port ->
            hosts.find(pin.host()).filter(host -> !host.attachment().equals(port)).ifPresent(host ->
                notes.add(HostsView.name(host.key()) + " is now at " + host.attachment()
                    + "; the pin believes it only at " + port + ".")));
        return notes;
    }

    private static Map<String, Object> toJson(final HostPin pin) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("mac", pin.host().mac().toString());
        pin.host().vlan().ifPresent(vlan -> json.put("vlan", vlan.value()));
        json.put("addresses", pin.addresses().stream().map(Object::toString).toList());
        pin.attachment().ifPresent(port -> json.put("attachment-point", port.toString()));
        return json;
    }
}
