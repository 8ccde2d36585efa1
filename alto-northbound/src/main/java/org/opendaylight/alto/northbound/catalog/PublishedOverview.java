/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Function;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.spi.RouteEntry;

/** The resources of a bundle's route that are about all others, with who publishes them. */
record PublishedOverview(Function<SortedMap<ResourceId, String>, Collection<RouteEntry>> of, String publisher) {
}
