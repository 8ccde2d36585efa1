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

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a rule does with the packets that it matches, in the order in which it is done (specification, section 5.9).
 * The meter comes first.
 *
 * @param unsupported instructions that cannot be followed; empty in most rules
 * @param apply actions done at once, in order
 * @param clear whether the action set is emptied
 * @param write actions merged into the action set
 * @param metadata metadata bits to write
 * @param metadataMask which metadata bits are written
 * @param goToTable the table to go on with; if empty, the action set is executed
 * @param meter number of the meter that the packets pass, which drops them by rate and not by path; empty for none
 */
public record Instructions(List<String> unsupported, List<Action> apply, boolean clear, List<Action> write,
        long metadata, long metadataMask, OptionalInt goToTable, OptionalLong meter) {
    /** Does nothing: the packet is dropped. */
    public static final Instructions NONE =
        new Instructions(List.of(), List.of(), false, List.of(), 0, 0, OptionalInt.empty());

    public Instructions {
        unsupported = List.copyOf(unsupported);
        apply = List.copyOf(apply);
        write = List.copyOf(write);
        metadata &= metadataMask;
    }

    /**
     * Makes instructions without a meter.
     *
     * @param unsupported instructions that cannot be followed
     * @param apply actions done at once, in order
     * @param clear whether the action set is emptied
     * @param write actions merged into the action set
     * @param metadata metadata bits to write
     * @param metadataMask which metadata bits are written
     * @param goToTable the table to go on with; if empty, the action set is executed
     */
    public Instructions(final List<String> unsupported, final List<Action> apply, final boolean clear,
            final List<Action> write, final long metadata, final long metadataMask, final OptionalInt goToTable) {
        this(unsupported, apply, clear, write, metadata, metadataMask, goToTable, OptionalLong.empty());
    }

    /**
     * Returns instructions that do some actions at once and nothing else.
     *
     * @param actions actions in order
     * @return the instructions
     */
    public static Instructions apply(final Action... actions) {
        return new Instructions(List.of(), List.of(actions), false, List.of(), 0, 0, OptionalInt.empty());
    }

    /**
     * Returns instructions that write some actions into the action set and nothing else.
     *
     * @param actions actions in order
     * @return the instructions
     */
    public static Instructions write(final Action... actions) {
        return new Instructions(List.of(), List.of(), false, List.of(actions), 0, 0, OptionalInt.empty());
    }

    /**
     * Returns these instructions followed by a jump.
     *
     * @param tableId the table to go on with
     * @return the instructions
     */
    public Instructions thenGoTo(final int tableId) {
        return new Instructions(unsupported, apply, clear, write, metadata, metadataMask, OptionalInt.of(tableId),
            meter);
    }

    /**
     * Returns these instructions with the action set emptied before it is written.
     *
     * @return the instructions
     */
    public Instructions clearing() {
        return new Instructions(unsupported, apply, true, write, metadata, metadataMask, goToTable, meter);
    }

    /**
     * Returns these instructions with metadata written.
     *
     * @param value metadata bits
     * @param mask which bits are written
     * @return the instructions
     */
    public Instructions withMetadata(final long value, final long mask) {
        return new Instructions(unsupported, apply, clear, write, value, mask, goToTable, meter);
    }

    /**
     * Returns these instructions with a meter.
     *
     * @param meterId its number
     * @return the instructions
     */
    public Instructions metered(final long meterId) {
        return new Instructions(unsupported, apply, clear, write, metadata, metadataMask, goToTable,
            OptionalLong.of(meterId));
    }

    private boolean doesNothingButApply() {
        return unsupported.isEmpty() && !clear && write.isEmpty() && metadataMask == 0 && meter.isEmpty();
    }

    /** Returns the port of an output that is all that these instructions do; 0 if there is more or less to do. */
    long onlyOutput() {
        return goToTable.isEmpty() && doesNothingButApply() && apply.size() == 1
            && apply.getFirst() instanceof Action.Output output ? output.port() : 0;
    }

    /** Tells whether these instructions do nothing but go to a table. */
    boolean onlyJumps() {
        return goToTable.isPresent() && doesNothingButApply() && apply.isEmpty();
    }
}
