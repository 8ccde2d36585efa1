/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** What is observed on links, kept for a window of time, and the metrics of RFC 9439 that it makes. */
@NonNullByDefault
package org.opendaylight.alto.linkmetrics.measure;

import org.eclipse.jdt.annotation.NonNullByDefault;
