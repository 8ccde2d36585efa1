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
 * The messages of update streams and of TIPS.
 */
@NonNullByDefault
package org.opendaylight.alto.sse.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
