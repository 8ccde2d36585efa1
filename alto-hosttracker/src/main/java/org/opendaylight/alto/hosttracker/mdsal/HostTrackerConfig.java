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

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may set in {@code etc/org.opendaylight.alto.hosttracker.cfg}. A change restarts the tracker. */
@ObjectClassDefinition(name = "ALTO host tracker",
    description = "How hosts are learnt from ARP and Neighbour Discovery, and the rules that bring these and LLDP "
        + "to the controller")
@interface HostTrackerConfig {
    @AttributeDefinition(name = "hold-off-seconds", min = "0", max = "3600",
        description = "Seconds for which a port that came up is watched for a link between switches before hosts are "
            + "learnt there and ARP is sent there. Longer than one LLDP round, which is 5 seconds.")
    int hold$_$off$_$seconds() default 7;

    @AttributeDefinition(name = "switch-grace-seconds", min = "0", max = "86400",
        description = "Seconds for which hosts are kept after their switch disconnected.")
    int switch$_$grace$_$seconds() default 30;

    @AttributeDefinition(name = "remember-seconds", min = "0", max = "604800",
        description = "Seconds for which hosts of before a restart of the controller are kept while their switch is "
            + "not connected.")
    int remember$_$seconds() default 600;

    @AttributeDefinition(name = "idle-seconds", min = "5", max = "604800",
        description = "Seconds for which a host, or one of its addresses, may be silent before it is asked for.")
    int idle$_$seconds() default 300;

    @AttributeDefinition(name = "silent-seconds", min = "5", max = "31536000",
        description = "Seconds for which a host may be silent that cannot be asked: one without an address, or any "
            + "with observe-only.")
    int silent$_$seconds() default 14_400;

    @AttributeDefinition(name = "probes", min = "1", max = "100",
        description = "How often a host that is silent, or of before a restart, is asked whether it is there before it "
            + "is given up.")
    int probes() default 3;

    @AttributeDefinition(name = "probe-interval-milliseconds", min = "100", max = "600000",
        description = "Milliseconds between two such questions.")
    int probe$_$interval$_$milliseconds() default 2000;

    @AttributeDefinition(name = "seen-interval-seconds", min = "1", max = "86400",
        description = "Seconds after which the time of the last observation of a host is renewed.")
    int seen$_$interval$_$seconds() default 60;

    @AttributeDefinition(name = "max-hosts", min = "1", max = "10000000",
        description = "Most hosts that are learnt. Further ones are refused and counted.")
    int max$_$hosts() default 100_000;

    @AttributeDefinition(name = "max-hosts-per-port", min = "1", max = "10000000",
        description = "Most hosts that are learnt at one port, so that a flood at one leaves room for the others.")
    int max$_$hosts$_$per$_$port() default 10_000;

    @AttributeDefinition(name = "max-addresses-per-host", min = "1", max = "100000",
        description = "Most addresses that are learnt with one link-layer address.")
    int max$_$addresses$_$per$_$host() default 128;

    @AttributeDefinition(name = "contest-milliseconds", min = "500", max = "60000",
        description = "Milliseconds for which a host that has an address may answer that it still has it, when another "
            + "host claims it.")
    int contest$_$milliseconds() default 2000;

    @AttributeDefinition(name = "move-window-seconds", min = "1", max = "3600",
        description = "Seconds in which max-moves are counted, and within which a host that comes back to a port is "
            + "reported as being at two.")
    int move$_$window$_$seconds() default 10;

    @AttributeDefinition(name = "max-moves", min = "1", max = "1000",
        description = "How often a host may change its port within move-window-seconds. It then stays where it is.")
    int max$_$moves() default 4;

    @AttributeDefinition(name = "max-packets-per-second-per-port", min = "1", max = "1000000",
        description = "Most ARP and Neighbour Discovery packets that are taken from one port in a second.")
    int max$_$packets$_$per$_$second$_$per$_$port() default 1000;

    @AttributeDefinition(name = "observe-only",
        description = "Change nothing in the network: no rules, no questions, no delivery. Hosts and links are then "
            + "learnt only from what the operator's own rules send to the controller.")
    boolean observe$_$only() default false;

    @AttributeDefinition(name = "learn-from-dhcp",
        description = "Bind addresses also by the acknowledgements of DHCPv4 servers. Brings their answers to the "
            + "controller, which delivers them.")
    boolean learn$_$from$_$dhcp() default false;

    @AttributeDefinition(name = "learn-from-ip",
        description = "Prefixes, separated by commas. IP packets that come to the controller anyway, and whose source "
            + "address is in one of them, bind it to the station they come from. Never name prefixes that are behind a "
            + "router.")
    String learn$_$from$_$ip() default "";

    @AttributeDefinition(name = "punt-table", min = "0", max = "254",
        description = "Flow table for the rules that send ARP, Neighbour Discovery and LLDP to the controller. "
            + "Packets must come to it.")
    int punt$_$table() default 0;

    @AttributeDefinition(name = "punt-priority", min = "1", max = "65535",
        description = "Priority of these rules. Higher than that of any other rule that these packets may match.")
    int punt$_$priority() default 60_000;

    @AttributeDefinition(name = "punt-cookie",
        description = "Cookie of these rules, as an unsigned number, decimal or after 0x hexadecimal.")
    String punt$_$cookie() default "0x616c746f";

    @AttributeDefinition(name = "punt-refresh-seconds", min = "0", max = "86400",
        description = "Seconds between two times that these rules are sent again, in case something deleted them; "
            + "0 for never.")
    int punt$_$refresh$_$seconds() default 30;
}
