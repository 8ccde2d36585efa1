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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a rule or a bucket does to a packet. */
public sealed interface Action {
    /**
     * Sends the packet out by a port.
     *
     * @param port port number, 1 to OFPP_MAX
     */
    record Output(long port) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.OUTPUT;
        }

        @Override
        public String toString() {
            return "output:" + port;
        }
    }

    /**
     * Sends the packet to one of the ports that OpenFlow reserves.
     *
     * @param port the port
     */
    record OutputReserved(ReservedPort port) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.OUTPUT;
        }

        @Override
        public String toString() {
            return "output:" + port;
        }
    }

    /**
     * Processes the packet by a group.
     *
     * @param groupId the group
     */
    record ToGroup(long groupId) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.GROUP;
        }

        @Override
        public String toString() {
            return "group:" + groupId;
        }
    }

    /**
     * Overwrites a header field.
     *
     * @param field the field
     * @param high bits 127 to 64 of the value
     * @param low bits 63 to 0 of the value
     */
    record SetField(Field field, long high, long low) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.SET;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof SetField set && set.field == field;
        }

        @Override
        public String toString() {
            return field.describe(high, low, field.highBits(), field.lowBits());
        }
    }

    /** Adds an outermost VLAN tag. */
    record PushVlan() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.PUSH_VLAN;
        }

        @Override
        public String toString() {
            return "push_vlan";
        }
    }

    /** Removes the outermost VLAN tag. */
    record PopVlan() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.POP;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof PopVlan;
        }

        @Override
        public String toString() {
            return "pop_vlan";
        }
    }

    /**
     * Adds an outermost MPLS label.
     *
     * @param etherType the Ethernet type that the frame gets, 0x8847 or 0x8848
     */
    record PushMpls(int etherType) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.PUSH_MPLS;
        }

        @Override
        public String toString() {
            return "push_mpls:0x" + Integer.toHexString(etherType);
        }
    }

    /**
     * Removes the outermost MPLS label.
     *
     * @param etherType the Ethernet type that the frame gets
     */
    record PopMpls(int etherType) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.POP;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof PopMpls;
        }

        @Override
        public String toString() {
            return "pop_mpls:0x" + Integer.toHexString(etherType);
        }
    }

    /** Puts the frame into a frame of a provider backbone bridge. */
    record PushPbb() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.PUSH_PBB;
        }

        @Override
        public String toString() {
            return "push_pbb";
        }
    }

    /** Takes the frame out of a frame of a provider backbone bridge. */
    record PopPbb() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.POP;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof PopPbb;
        }

        @Override
        public String toString() {
            return "pop_pbb";
        }
    }

    /**
     * Sets the time to live of IP.
     *
     * @param ttl 0 to 255
     */
    record SetNwTtl(int ttl) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.SET;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof SetNwTtl;
        }

        @Override
        public String toString() {
            return "set_nw_ttl:" + ttl;
        }
    }

    /**
     * Sets the time to live of the outermost MPLS label.
     *
     * @param ttl 0 to 255
     */
    record SetMplsTtl(int ttl) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.SET;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof SetMplsTtl;
        }

        @Override
        public String toString() {
            return "set_mpls_ttl:" + ttl;
        }
    }

    /** Takes one from the time to live of IP; a packet that has no time left goes no further. */
    record DecNwTtl() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.DEC_TTL;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof DecNwTtl;
        }

        @Override
        public String toString() {
            return "dec_nw_ttl";
        }
    }

    /** Takes one from the time to live of the outermost MPLS label; a packet that has no time left goes no further. */
    record DecMplsTtl() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.DEC_TTL;
        }

        @Override
        public boolean replaces(final Action other) {
            return other instanceof DecMplsTtl;
        }

        @Override
        public String toString() {
            return "dec_mpls_ttl";
        }
    }

    /** Copies the time to live from the next to the outermost header to the outermost. */
    record CopyTtlOut() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.COPY_TTL_OUT;
        }

        @Override
        public String toString() {
            return "copy_ttl_out";
        }
    }

    /** Copies the time to live from the outermost header to the next. */
    record CopyTtlIn() implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.COPY_TTL_IN;
        }

        @Override
        public String toString() {
            return "copy_ttl_in";
        }
    }

    /**
     * Does something that does not change where the packet goes, such as setting the queue.
     *
     * @param text the action in the words of OpenFlow
     */
    record Transparent(String text) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.TRANSPARENT;
        }

        @Override
        public boolean replaces(final Action other) {
            return equals(other);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Does something that cannot be followed.
     *
     * @param text the action as far as it is known
     */
    record Unsupported(String text) implements Action {
        @Override
        public ActionOrder order() {
            return ActionOrder.UNSUPPORTED;
        }

        @Override
        public boolean replaces(final Action other) {
            return equals(other);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Returns when this action is done in an action set (specification, section 5.10).
     *
     * @return its place
     */
    ActionOrder order();

    /**
     * Tells whether this action takes the place of another one in an action set, which has one action of each type.
     *
     * @param other an action in the set
     * @return true if {@code other} goes
     */
    default boolean replaces(final Action other) {
        return order() == other.order();
    }

    /**
     * Writes actions into an action set.
     *
     * @param set the set, in the order in which it is executed
     * @param written actions to write, in order
     * @return the new set, in the order in which it is executed
     */
    static List<Action> writeInto(final List<Action> set, final List<Action> written) {
        final var result = new ArrayList<>(set);
        for (final var action : written) {
            result.removeIf(action::replaces);
            result.add(action);
        }
        result.sort(Comparator.comparing(Action::order));
        if (result.stream().anyMatch(action -> action.order() == ActionOrder.GROUP)) {
            // section 5.10: if both a group and an output are in the set, the output is ignored
            result.removeIf(action -> action.order() == ActionOrder.OUTPUT);
        }
        return List.copyOf(result);
    }
}
