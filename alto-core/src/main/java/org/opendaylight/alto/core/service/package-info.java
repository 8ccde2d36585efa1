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
 * The ports by which bundles meet at run time, published as OSGi services.
 */
@NonNullByDefault
package org.opendaylight.alto.core.service;

import org.eclipse.jdt.annotation.NonNullByDefault;
