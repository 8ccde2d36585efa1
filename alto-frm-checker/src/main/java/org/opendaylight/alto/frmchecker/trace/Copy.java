/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A copy of a packet that comes into a switch.
 *
 * @param visit where and how
 * @param before the last switch passed; null at the first one
 */
record Copy(Visit visit, @Nullable Passage before) {
}
