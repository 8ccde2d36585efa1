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
 * The proof of the FRM checker: random networks, in which its walk of a packet is compared with that of Open vSwitch.
 */
@NonNullByDefault
package org.opendaylight.alto.verification;

import org.eclipse.jdt.annotation.NonNullByDefault;
