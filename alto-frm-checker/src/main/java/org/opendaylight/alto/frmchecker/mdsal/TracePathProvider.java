/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.ListenableFuture;
import java.time.Clock;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.mdsal.binding.api.RpcProviderService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePath;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.TracePathOutput;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.ErrorTag;
import org.opendaylight.yangtools.yang.common.ErrorType;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers the RPC {@code trace-path}, on every cluster member and on the caller's thread. */
@Component(service = { })
public final class TracePathProvider implements TracePath, AutoCloseable {
    private final PathService paths;
    private final Clock clock;
    private final Registration reg;

    @Activate
    public TracePathProvider(@Reference final RpcProviderService rpcs, @Reference final PathService paths) {
        this(rpcs, paths, Clock.systemUTC());
    }

    TracePathProvider(final RpcProviderService rpcs, final PathService paths, final Clock clock) {
        this.paths = requireNonNull(paths);
        this.clock = requireNonNull(clock);
        reg = rpcs.registerRpcImplementation(this);
    }

    @Override
    public ListenableFuture<RpcResult<TracePathOutput>> invoke(final TracePathInput input) {
        final PathQuery query;
        try {
            query = PathTranslator.toQuery(input);
        } catch (IllegalArgumentException e) {
            return RpcResultBuilder.<TracePathOutput>failed()
                .withError(ErrorType.APPLICATION, ErrorTag.INVALID_VALUE, e.getMessage()).buildFuture();
        }
        return RpcResultBuilder.success(PathTranslator.toOutput(paths.paths(query), clock.instant())).buildFuture();
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
