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
 * Makes the controller's web server spare system calls. A fragment of Pax Web's bundle for Jetty, which applies the
 * {@code jetty.xml} in it; without the fragment the web server works as ever.
 */
package org.opendaylight.alto.jetty;
