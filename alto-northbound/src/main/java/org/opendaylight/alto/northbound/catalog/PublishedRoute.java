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

import org.opendaylight.alto.northbound.spi.RouteEntry;

/** A resource of another bundle's route with who publishes it. */
record PublishedRoute(RouteEntry entry, String publisher) {
}
