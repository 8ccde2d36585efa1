/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.spi;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * An information resource of a route, as the directory lists it (RFC 7285, section 9.2.2).
 *
 * @param id its name, which no other resource of the server has
 * @param path where it is: starts with {@code /} and is relative to {@code /alto}
 * @param mediaType what it answers
 * @param accepts what it wants to be sent; empty if it is requested by GET
 * @param costTypes the cost types that it knows, which the directory lists in {@code cost-type-names}
 * @param capabilities its other capabilities: the text of a JSON object, <code>{}</code> if there are none
 * @param uses the resources without which it cannot be understood
 */
public record RouteEntry(ResourceId id, String path, String mediaType, Optional<String> accepts,
        SortedSet<CostType> costTypes, String capabilities, SortedSet<ResourceId> uses) {
    // the characters of RFC 3986, section 3.3, which need no escape
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+/?");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[!-~]+/[!-~ ]+");

    public RouteEntry {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Path '" + path + "' is not '/' and the segments of a URI's path");
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("'" + mediaType + "' is not a media type");
        }
        costTypes = ImmutableSortedSet.copyOf(costTypes);
        uses = ImmutableSortedSet.copyOf(uses);
    }

    /**
     * Makes an entry of a resource that is requested by GET, without capabilities.
     *
     * @param id its name
     * @param path where it is, relative to {@code /alto}
     * @param mediaType what it answers
     */
    public RouteEntry(final ResourceId id, final String path, final String mediaType) {
        this(id, path, mediaType, Optional.empty(), ImmutableSortedSet.of(), "{}", ImmutableSortedSet.of());
    }
}
