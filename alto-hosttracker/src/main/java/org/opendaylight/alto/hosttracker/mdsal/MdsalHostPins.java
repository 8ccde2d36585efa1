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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.service.HostPins;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Pins in the configuration datastore, where RESTCONF writes them too. */
@Component(service = HostPins.class)
public final class MdsalHostPins implements HostPins,
        DataTreeChangeListener<org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins>,
        AutoCloseable {
    private final DataBroker broker;
    private final Registration reg;

    private volatile List<HostPin> pins = List.of();

    /**
     * Starts to follow the datastore.
     *
     * @param broker the datastore
     */
    @Activate
    public MdsalHostPins(@Reference final DataBroker broker) {
        this.broker = broker;
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION,
            DataObjectReference.builder(
                org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins.class).build(), this);
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<
            org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins>> changes) {
        pins = HostPinTranslator.fromData(changes.getLast().getRootNode().dataAfter());
    }

    @Override
    public List<HostPin> pins() {
        return pins;
    }

    @Override
    public void pin(final HostPin pin) throws IOException {
        for (var other : read()) {
            if (!other.host().equals(pin.host())) {
                final var shared = pin.addresses().stream().filter(other.addresses()::contains).findFirst();
                if (shared.isPresent()) {
                    throw new IllegalArgumentException(shared.orElseThrow() + " is pinned to " + other.host()
                        + " already, so it cannot be pinned to " + pin.host());
                }
            }
        }
        final var tx = broker.newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.CONFIGURATION, HostPinTranslator.path(pin.host()), HostPinTranslator.toData(pin));
        commit(tx, pin.host());
    }

    @Override
    public boolean unpin(final Host.Key host) throws IOException {
        if (read().stream().noneMatch(pin -> pin.host().equals(host))) {
            return false;
        }
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.CONFIGURATION, HostPinTranslator.path(host));
        commit(tx, host);
        return true;
    }

    /** What the listener was told may be older than what the caller has just written. */
    private List<HostPin> read() throws IOException {
        try (var tx = broker.newReadOnlyTransaction()) {
            final Optional<org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.HostPins> data =
                tx.read(LogicalDatastoreType.CONFIGURATION, HostPinTranslator.PINS).get();
            return HostPinTranslator.fromData(data.orElse(null));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("The pins could not be read: " + e.getCause().getMessage(), e);
        }
    }

    private static void commit(final WriteTransaction tx, final Host.Key host) throws IOException {
        try {
            tx.commit().get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("The pin of " + host + " could not be written: " + e.getCause().getMessage(), e);
        }
    }

    private static IOException interrupted(final InterruptedException cause) {
        Thread.currentThread().interrupt();
        final var interrupted = new InterruptedIOException("Interrupted; the datastore may still do it");
        interrupted.initCause(cause);
        return interrupted;
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}
