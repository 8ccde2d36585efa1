/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.Optional;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * What the resource pool knows of one information resource.
 *
 * @param id its name
 * @param mediaType what it is: the media type of its answers
 * @param accepts the media type of requests to it; empty if it takes none, and thus is for GET
 * @param path where it is on the controller's web server
 * @param publisher who publishes it, such as {@code operator} or {@code auto-map}
 * @param tag its version, if it is one of those resources that have versions
 * @param uses the resources that it depends on
 * @param costTypes the cost types that it offers
 * @param propertyTypes the endpoint properties that it offers
 * @param entries how many prefixes or costs or properties it has; 0 for those that are computed when asked for
 * @param encodedBytes the length of its message; 0 for those that are computed when asked for
 * @param problem why it is not served; empty if it is
 */
public record ResourceInfo(ResourceId id, String mediaType, Optional<String> accepts, String path, String publisher,
        Optional<String> tag, SortedSet<ResourceId> uses, SortedSet<CostType> costTypes,
        SortedSet<String> propertyTypes, int entries, long encodedBytes, Optional<String> problem) {
}
