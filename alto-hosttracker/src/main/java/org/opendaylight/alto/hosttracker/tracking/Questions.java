/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;

/** Who wants to know which host has an address. */
final class Questions {
    private final List<Question> open = new ArrayList<>();

    private record Question(IpAddr address, Instant until, Consumer<Optional<Host>> answer) {
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void add(final IpAddr address, final Instant until, final Consumer<Optional<Host>> answer) {
        open.add(new Question(address, until, answer));
    }

    /** Tells those who asked for an address of the host that has it. */
    void answer(final IpAddr address, final Host host) {
        open.removeIf(question -> {
            final boolean isAnswer = question.address.equals(address);
            if (isAnswer) {
                question.answer.accept(Optional.of(host));
            }
            return isAnswer;
        });
    }

    /** Tells those who have waited long enough that there is no answer. */
    void advance(final Instant now) {
        open.removeIf(question -> {
            final boolean isOver = !now.isBefore(question.until);
            if (isOver) {
                question.answer.accept(Optional.empty());
            }
            return isOver;
        });
    }
}
