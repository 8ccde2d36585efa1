/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

/** Holds the catalogue of the moment. */
@FunctionalInterface
public interface ResourcePool {
    /**
     * Returns the catalogue. Never blocks; may be called from any thread.
     *
     * @return the catalogue as it is now; call once per request
     */
    ResourceCatalog catalog();
}
