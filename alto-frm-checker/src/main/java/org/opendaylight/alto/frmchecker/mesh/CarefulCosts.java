/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.List;
import org.opendaylight.alto.core.net.IpAddr;

/** Computes the costs of packets whose ways are not plain. May be used by several threads. */
@FunctionalInterface
public interface CarefulCosts {
    /**
     * Computes costs to one receiver.
     *
     * @param sources addresses of senders, of the receiver's family
     * @param destination address of the receiver
     * @return a cost for each sender; {@code NaN} where there is none
     */
    double[] costs(List<IpAddr> sources, IpAddr destination);
}
