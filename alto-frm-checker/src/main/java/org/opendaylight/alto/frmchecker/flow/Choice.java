/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import org.opendaylight.alto.core.net.SwitchId;

/**
 * What a switch chooses by rules of its own: a bucket of a group of type SELECT.
 *
 * @param switchId the switch
 * @param groupId the group
 * @param bucketId the bucket
 * @param share which part of the packets it gets, by the weights of the buckets that are live: more than 0, at most 1
 */
public record Choice(SwitchId switchId, long groupId, long bucketId, double share) {
    @Override
    public String toString() {
        return "group " + groupId + " bucket " + bucketId + " of " + switchId;
    }
}
