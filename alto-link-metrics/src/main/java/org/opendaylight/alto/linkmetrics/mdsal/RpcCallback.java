/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import com.google.common.util.concurrent.FutureCallback;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yangtools.yang.common.RpcResult;

/** What is done after a switch was sent something: the plugin tells a failure in one of several ways. */
abstract class RpcCallback<T> implements FutureCallback<RpcResult<T>> {
    abstract void succeeded();

    /** Called with what went wrong, and the exception if there is one. */
    abstract void failed(Object why, @Nullable Throwable cause);

    @Override
    public final void onSuccess(final @Nullable RpcResult<T> result) {
        if (result != null && result.isSuccessful()) {
            succeeded();
        } else {
            failed(result == null ? "no result" : result.getErrors(), null);
        }
    }

    @Override
    public final void onFailure(final Throwable cause) {
        failed(cause.toString(), cause);
    }
}
