/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.spi;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.json.EncodedBody;

/**
 * What the server answers, for those who tell clients of its changes. The server publishes it as an OSGi service. May
 * be used from any thread.
 */
public interface ResourceFeed {
    /**
     * Returns what the server answers now. Never blocks.
     *
     * @return a state; all answers from it are of one version of all maps and of one state of the network
     */
    State now();

    /**
     * Has something run after each change of {@link #now()}: of the maps at once, of the network some time after it
     * changed.
     *
     * @param listener what to run; does not block
     * @return closes the registration
     */
    Registration onChange(Runnable listener);

    /** What the server answers at one moment. Immutable; may be used from any thread. */
    interface State {
        /**
         * Returns the resources that can be followed.
         *
         * @return what there is to know of each, by its id
         */
        SortedMap<ResourceId, Source> sources();

        /**
         * Answers like the resource itself.
         *
         * @param request whom to answer
         * @param admission is asked before much is computed
         * @return the answer; empty if the resource is not there, not at this path, or not for this request
         * @throws org.opendaylight.alto.northbound.error.AltoRequestException if the input is not right, as the
         *     resource itself would say
         */
        Optional<Content> answer(Request request, Admission admission);
    }

    /**
     * A resource that can be followed.
     *
     * @param path where it is, below {@code /alto}: starts with a slash. Who may not read this may not follow it
     * @param mediaType what it answers
     * @param accepts what it wants to be sent; empty if it is requested by GET
     * @param uses the resources on which its answers depend
     */
    record Source(String path, String mediaType, Optional<String> accepts, SortedSet<ResourceId> uses) {
    }

    /**
     * Whom to answer.
     *
     * @param resource one of {@link State#sources()}
     * @param path where it is: {@link Source#path()}. An id that comes to stand for another resource has another path
     * @param input what the resource is sent, a JSON object; empty if it is requested by GET
     * @param client the address of the client, which counts if the input leaves the sources of costs open
     */
    record Request(ResourceId resource, String path, Optional<String> input, IpAddr client) {
    }

    /**
     * An answer.
     *
     * @param mediaType what it is
     * @param tag the version of a map; empty for what is computed for a request
     * @param body the message; equal answers to the same request may be other objects
     */
    record Content(String mediaType, Optional<String> tag, EncodedBody body) {
    }

    /** Lets work be done, or refuses it by an exception that the server knows how to answer. */
    interface Admission {
        /** Lets all be done. */
        Admission ALL = new Admission() {
            @Override
            public void admit(final long count, final String what) {
                // nothing is too much
            }

            @Override
            public void await(final long count) {
                // nothing is in the way
            }

            @Override
            public <T> T inTurn(final long size, final Supplier<T> work) {
                return work.get();
            }
        };

        /**
         * Waits until something may be computed. Refuses it if that is too much.
         *
         * @param count how many values
         * @param what what they are, in the plural
         */
        void admit(long count, String what);

        /**
         * Waits until something may be computed, however much it is.
         *
         * @param count how many values
         */
        void await(long count);

        /**
         * Parses or computes something, when it is its turn.
         *
         * @param <T> what is made
         * @param size how many bytes are parsed, or values computed
         * @param work the work, which waits for nothing
         * @return what the work made
         */
        <T> T inTurn(long size, Supplier<T> work);
    }
}
