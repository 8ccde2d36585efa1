/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Who may read: users, their roles, and how a client proves who it is (RFC 7617, RFC 7616). Knows neither servlets nor
 * OSGi.
 */
@NonNullByDefault
package org.opendaylight.alto.northbound.access;

import org.eclipse.jdt.annotation.NonNullByDefault;
