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

import java.net.URI;

/**
 * The directory of another server (RFC 7285, section 9.2.4).
 *
 * @param uri where it is
 * @param publisher who points to it
 */
record Delegation(URI uri, String publisher) {
}
