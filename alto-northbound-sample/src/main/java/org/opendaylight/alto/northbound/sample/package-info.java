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
 * What a bundle of somebody else does to extend the ALTO server: it adds a route, and a predictor of paths, by
 * publishing services, and a network map by writing it into the datastore. The server is not changed for it. This
 * bundle is in no feature; the system tests install it to show that this works.
 */
@NonNullByDefault
package org.opendaylight.alto.northbound.sample;

import org.eclipse.jdt.annotation.NonNullByDefault;
