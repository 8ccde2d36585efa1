/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

/**
 * A map with its version.
 *
 * @param <T> {@link NetworkMap} or {@link CostMap}
 * @param vtag resource id and tag
 * @param map the content
 */
public record Versioned<T>(VersionTag vtag, T map) {
}
