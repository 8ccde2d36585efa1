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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.error.AltoRequestException;

/** Typed endpoint addresses (RFC 7285, section 10.4.3). */
final class TypedAddresses {
    // only ASCII, and no names: the address parser takes digits of other scripts, too
    private static final Pattern TYPED_ADDRESS = Pattern.compile("(ipv4|ipv6):([0-9A-Fa-f:.]{2,45})");

    private TypedAddresses() {
    }

    /**
     * Decodes a list of addresses.
     *
     * @param texts the addresses as the client wrote them
     * @param field the field that they are in
     * @return each address once, with the text by which the client named it first, in the client's order
     * @throws AltoRequestException if one is not an address of its type
     */
    static Map<IpAddr, String> decode(final Collection<String> texts, final String field) {
        final var addresses = new LinkedHashMap<IpAddr, String>();
        for (var text : texts) {
            addresses.putIfAbsent(address(text, field), text);
        }
        return addresses;
    }

    private static IpAddr address(final String text, final String field) {
        final var matcher = TYPED_ADDRESS.matcher(text);
        if (matcher.matches()) {
            try {
                final var address = IpAddr.parse(matcher.group(2));
                if (address.family().wireName().equals(matcher.group(1))) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                throw AltoRequestException.invalidValue(field, text, e);
            }
        }
        throw AltoRequestException.invalidValue(field, text);
    }
}
