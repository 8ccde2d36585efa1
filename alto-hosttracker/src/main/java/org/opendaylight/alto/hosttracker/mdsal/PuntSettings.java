/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import java.time.Duration;
import java.util.List;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * The rules that send packets to the controller.
 *
 * @param kinds what they send; rules for other kinds are taken off the switches
 * @param table their flow table
 * @param priority their priority
 * @param cookie their cookie
 * @param refresh how often they are sent again; zero for never
 */
record PuntSettings(List<PuntFlows.Kind> kinds, int table, int priority, Uint64 cookie, Duration refresh) {
}
