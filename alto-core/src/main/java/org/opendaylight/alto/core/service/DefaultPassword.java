/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.Optional;

/** A password that the controller comes with, which everybody knows. One service for each. */
public interface DefaultPassword {
    /**
     * Tries it. May take a second, so it is not for threads of the datastore.
     *
     * @return empty if it does not work, or if that cannot be found out now; else what works, and how to change it
     */
    Optional<String> warning();
}
