/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/** Addresses of hosts that others claim, and for how long the holders may still say that they have them. */
final class Contests {
    private final Map<IpAddr, Contest> open = new LinkedHashMap<>();
    private final Duration time;

    /** One host claims an address of another. */
    record Contest(IpAddr address, Host.Key claimant, SwitchPort port, Instant since, boolean isAskedAgain) {
    }

    /** Starts without contests, which last for some time each. */
    Contests(final Duration time) {
        this.time = time;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Returns who claims an address, or empty if there is no contest for it. */
    Optional<Host.Key> claimant(final IpAddr address) {
        return Optional.ofNullable(open.get(address)).map(Contest::claimant);
    }

    void begin(final IpAddr address, final Host.Key claimant, final SwitchPort port, final Instant now) {
        open.put(address, new Contest(address, claimant, port, now, false));
    }

    /** Ends the contest for an address, if there is one. */
    void drop(final IpAddr address) {
        open.remove(address);
    }

    /** Ends the contest for an address that its holder has defended. Returns it, or empty if the claim came later. */
    Optional<Contest> defended(final IpAddr address, final Instant at) {
        final var contest = open.get(address);
        if (contest == null || at.isBefore(contest.since)) {
            return Optional.empty();
        }
        open.remove(address);
        return Optional.of(contest);
    }

    /** Returns those whose holder, if there is one, is to be asked once more, as a packet may get lost; each once. */
    List<Contest> askAgain(final Instant now, final Predicate<IpAddr> isHeld) {
        final var due = new ArrayList<Contest>();
        open.replaceAll((address, contest) -> {
            if (contest.isAskedAgain || !isHeld.test(address) || now.isBefore(contest.since.plus(time.dividedBy(2)))) {
                return contest;
            }
            due.add(contest);
            return new Contest(address, contest.claimant, contest.port, contest.since, true);
        });
        return due;
    }

    /** Ends those whose time is over, and returns them. */
    List<Contest> end(final Instant now) {
        final var over = open.values().stream().filter(contest -> !now.isBefore(contest.since.plus(time))).toList();
        over.forEach(contest -> open.remove(contest.address));
        return over;
    }
}
