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
 * Lets Karaf 4.4 run on JDK 24 and later. The reasons, and when to delete all of this, are in README.md of this module.
 */
@NonNullByDefault
package org.opendaylight.alto.jdkcompat;

import org.eclipse.jdt.annotation.NonNullByDefault;
