/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostsBuilder;

class MdsalHostDirectoryTest extends AbstractConcurrentDataBrokerTest {
    private static final int HOSTS = 20;

    private MdsalHostDirectory directory;

    @BeforeEach
    void before() throws Exception {
        setup();
        directory = new MdsalHostDirectory(getDataBroker());
    }

    @AfterEach
    void after() {
        directory.close();
    }

    /** Each host has addresses of its own. */
    private static Host host(final Random random) {
        final int number = 1 + random.nextInt(HOSTS);
        final int vlan = random.nextInt(2);
        final var addresses = ImmutableSortedSet.<IpAddr>naturalOrder();
        for (int i = random.nextInt(3); i > 0; i--) {
            addresses.add(IpAddr.parse("10." + vlan + "." + number + "." + i),
                IpAddr.parse("2001:db8::" + vlan + ":" + number + ":" + i));
        }
        return new Host(new MacAddress(number), vlan == 0 ? Optional.empty() : Optional.of(new VlanId(vlan)),
            addresses.build(), SwitchPort.parse("openflow:1:" + (1 + random.nextInt(3))),
            Instant.ofEpochSecond(random.nextInt(10)), Instant.ofEpochSecond(random.nextInt(10)));
    }

    @Test
    void isWhatAFullReadGivesAfterAnyChanges() throws Exception {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var told = new ConcurrentHashMap<Host.Key, Host>();
        final var expected = new HashMap<Host.Key, Host>();
        try (var reg = directory.onChange((table, changes) -> changes.forEach(change -> {
            final var key = change.after().or(change::before).orElseThrow().key();
            assertEquals(change.before(), Optional.ofNullable(told.get(key)));
            change.after().ifPresentOrElse(host -> told.put(key, host), () -> told.remove(key));
        }))) {
            for (int step = 0; step < 100; step++) {
                final var tx = getDataBroker().newWriteOnlyTransaction();
                if (random.nextInt(20) == 0) {
                    expected.clear();
                    for (int i = random.nextInt(HOSTS); i > 0; i--) {
                        final var host = host(random);
                        expected.put(host.key(), host);
                    }
                    tx.put(LogicalDatastoreType.OPERATIONAL, HostTranslator.HOSTS,
                        new HostsBuilder().setHost(HostTranslator.toData(expected.values())).build());
                }
                for (int i = random.nextInt(5); i > 0; i--) {
                    final var host = host(random);
                    final var path = HostTranslator.HOSTS.toBuilder().child(
                        org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.Host.class,
                        HostTranslator.toKey(host.key())).build();
                    if (random.nextInt(3) == 0) {
                        expected.remove(host.key());
                        tx.delete(LogicalDatastoreType.OPERATIONAL, path);
                    } else {
                        expected.put(host.key(), host);
                        tx.put(LogicalDatastoreType.OPERATIONAL, path, HostTranslator.toData(host));
                    }
                }
                tx.commit().get();
            }
            final var table = HostTable.of(expected.values());
            await("seed " + seed).until(() -> directory.hosts().equals(table));
            await("seed " + seed).until(() -> Map.copyOf(told).equals(expected));
        }
        try (var fresh = new MdsalHostDirectory(getDataBroker())) {
            await().until(() -> fresh.hosts().equals(directory.hosts()));
        }
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOut() throws Exception {
        final var good = new Host(new MacAddress(1), Optional.empty(), ImmutableSortedSet.of(),
            SwitchPort.parse("openflow:1:1"), Instant.EPOCH, Instant.EPOCH);
        final var data = HostTranslator.toData(good);
        final var bad = new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.hosts.HostBuilder(data)
            .withKey(HostTranslator.toKey(new Host.Key(new MacAddress(2), Optional.empty())))
            .setFirstSeen(null).build();
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, HostTranslator.HOSTS,
            new HostsBuilder().setHost(Map.of(data.key(), data, bad.key(), bad)).build());
        tx.commit().get();
        await().until(() -> directory.hosts().equals(HostTable.of(Set.of(good))));
    }
}
