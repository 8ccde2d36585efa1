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
 * What the host tracker does, without the controller around it: which ports are edge ports, what is learnt, where ARP
 * goes. Time and packets come in as parameters, changes and packets go out as results.
 */
@NonNullByDefault
package org.opendaylight.alto.hosttracker.tracking;

import org.eclipse.jdt.annotation.NonNullByDefault;
