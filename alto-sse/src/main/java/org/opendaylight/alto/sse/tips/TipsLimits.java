/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.tips;

import java.time.Duration;

/**
 * How much TIPS may take.
 *
 * @param views how many views there may be at once, 1 or more
 * @param waiting how many requests may wait for a change at once, in all views together
 * @param patience for how long a view is kept that nobody uses
 * @param poll for how long a request waits for a change
 */
public record TipsLimits(int views, int waiting, Duration patience, Duration poll) {
}
