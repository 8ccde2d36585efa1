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

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.MacAddressFilter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer3Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer4Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.ProtocolMatchFields;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.VlanMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchArbitraryBitMask;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6MatchArbitraryBitMask;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.SctpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatch;
import org.opendaylight.yangtools.binding.Augmentable;
import org.opendaylight.yangtools.binding.ScalarTypeObject;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Translates one match. What it cannot express it names in {@link #unsupported()}. */
final class MatchTranslator {
    private final List<FieldValue> fields = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    MatchTranslator(final @Nullable Match match) {
        if (match != null) {
            translate(match);
        }
    }

    List<FieldValue> fields() {
        return fields;
    }

    List<String> unsupported() {
        return unsupported;
    }

    private void translate(final Match match) {
        port(Field.IN_PORT, match.getInPort());
        port(Field.IN_PHY_PORT, match.getInPhyPort());
        final var metadata = match.getMetadata();
        if (metadata != null) {
            masked(Field.METADATA, metadata.getMetadata(), metadata.getMetadataMask());
        }
        final var tunnel = match.getTunnel();
        if (tunnel != null) {
            masked(Field.TUNNEL_ID, tunnel.getTunnelId(), tunnel.getTunnelMask());
        }
        ethernet(match.getEthernetMatch());
        vlan(match.getVlanMatch());
        ip(match.getIpMatch());
        layer3(match.getLayer3Match());
        layer4(match.getLayer4Match());
        final var icmpv4 = match.getIcmpv4Match();
        if (icmpv4 != null) {
            exact(Field.ICMPV4_TYPE, icmpv4.getIcmpv4Type());
            exact(Field.ICMPV4_CODE, icmpv4.getIcmpv4Code());
        }
        final var icmpv6 = match.getIcmpv6Match();
        if (icmpv6 != null) {
            exact(Field.ICMPV6_TYPE, icmpv6.getIcmpv6Type());
            exact(Field.ICMPV6_CODE, icmpv6.getIcmpv6Code());
        }
        protocol(match.getProtocolMatchFields());
        final var tcpFlags = match.getTcpFlagsMatch();
        if (tcpFlags != null && tcpFlags.getTcpFlags() != null) {
            unsupported.add("tcp_flags=" + tcpFlags.getTcpFlags());
        }
        final var packetType = match.getPacketTypeMatch();
        if (packetType != null && packetType.getPacketType() != null) {
            unsupported.add("packet_type=" + packetType.getPacketType());
        }
        if (match instanceof Augmentable<?> augmentable) {
            // fields of vendors come as augmentations
            augmentable.augmentations().keySet().forEach(type -> unsupported.add(type.getSimpleName()));
        }
    }

    private void port(final Field field, final @Nullable NodeConnectorId id) {
        if (id != null) {
            PortNames.number(id.getValue()).ifPresentOrElse(number -> fields.add(FieldValue.exact(field, number)),
                () -> unsupported.add(field.wireName() + "=" + id.getValue()));
        }
    }

    private void ethernet(final @Nullable EthernetMatch match) {
        if (match != null) {
            mac(Field.ETH_DST, match.getEthernetDestination());
            mac(Field.ETH_SRC, match.getEthernetSource());
            if (match.getEthernetType() != null) {
                fields.add(FieldValue.exact(Field.ETH_TYPE, match.getEthernetType().getType().getValue().toJava()));
            }
        }
    }

    private void vlan(final @Nullable VlanMatch match) {
        if (match == null) {
            return;
        }
        final var tag = match.getVlanId();
        if (tag != null) {
            final long vid = tag.getVlanId() == null ? 0 : tag.getVlanId().getValue().toJava();
            if (Boolean.TRUE.equals(tag.getVlanIdPresent())) {
                // the plugin says "any tag" by vlan-id 0 and sends the mask OFPVID_PRESENT for it
                fields.add(FieldValue.masked(Field.VLAN_VID, Field.VLAN_PRESENT | vid,
                    vid == 0 ? Field.VLAN_PRESENT : -1L));
            } else {
                fields.add(FieldValue.exact(Field.VLAN_VID, vid));
            }
        }
        if (match.getVlanPcp() != null) {
            exact(Field.VLAN_PCP, match.getVlanPcp().getValue());
        }
    }

    private void ip(final @Nullable IpMatch match) {
        if (match != null) {
            exact(Field.IP_PROTO, match.getIpProtocol());
            exact(Field.IP_ECN, match.getIpEcn());
            if (match.getIpDscp() != null) {
                exact(Field.IP_DSCP, match.getIpDscp().getValue());
            }
            if (match.getIpProto() != null) {
                unsupported.add("ip_version=" + match.getIpProto());
            }
        }
    }

    private void layer3(final @Nullable Layer3Match match) {
        switch (match) {
            case null -> {
                // asks for nothing
            }
            case Ipv4Match ipv4 -> {
                prefix(Field.IPV4_SRC, ipv4.getIpv4Source());
                prefix(Field.IPV4_DST, ipv4.getIpv4Destination());
            }
            case Ipv4MatchArbitraryBitMask ipv4 -> {
                address(Field.IPV4_SRC, string(ipv4.getIpv4SourceAddressNoMask()),
                    string(ipv4.getIpv4SourceArbitraryBitmask()));
                address(Field.IPV4_DST, string(ipv4.getIpv4DestinationAddressNoMask()),
                    string(ipv4.getIpv4DestinationArbitraryBitmask()));
            }
            case Ipv6Match ipv6 -> ipv6(ipv6);
            case Ipv6MatchArbitraryBitMask ipv6 -> {
                address(Field.IPV6_SRC, string(ipv6.getIpv6SourceAddressNoMask()),
                    string(ipv6.getIpv6SourceArbitraryBitmask()));
                address(Field.IPV6_DST, string(ipv6.getIpv6DestinationAddressNoMask()),
                    string(ipv6.getIpv6DestinationArbitraryBitmask()));
            }
            case ArpMatch arp -> {
                exact(Field.ARP_OP, arp.getArpOp());
                prefix(Field.ARP_SPA, arp.getArpSourceTransportAddress());
                prefix(Field.ARP_TPA, arp.getArpTargetTransportAddress());
                mac(Field.ARP_SHA, arp.getArpSourceHardwareAddress());
                mac(Field.ARP_THA, arp.getArpTargetHardwareAddress());
            }
            default -> unsupported.add(match.implementedInterface().getSimpleName());
        }
    }

    private void ipv6(final Ipv6Match match) {
        prefix(Field.IPV6_SRC, match.getIpv6Source());
        prefix(Field.IPV6_DST, match.getIpv6Destination());
        if (match.getIpv6NdTarget() != null) {
            address(Field.IPV6_ND_TARGET, match.getIpv6NdTarget().getValue(), null);
        }
        mac(Field.IPV6_ND_SLL, match.getIpv6NdSll() == null ? null : match.getIpv6NdSll().getValue(), null);
        mac(Field.IPV6_ND_TLL, match.getIpv6NdTll() == null ? null : match.getIpv6NdTll().getValue(), null);
        final var label = match.getIpv6Label();
        if (label != null && label.getIpv6Flabel() != null) {
            fields.add(FieldValue.masked(Field.IPV6_FLABEL, label.getIpv6Flabel().getValue().toJava(),
                label.getFlabelMask() == null ? -1L : label.getFlabelMask().getValue().toJava()));
        }
        final var extension = match.getIpv6ExtHeader();
        if (extension != null && extension.getIpv6Exthdr() != null) {
            // which extension headers the packets of a query have, nobody says
            unsupported.add("ipv6_exthdr=" + extension.getIpv6Exthdr());
        }
    }

    private void layer4(final @Nullable Layer4Match match) {
        switch (match) {
            case null -> {
                // asks for nothing
            }
            case TcpMatch tcp -> {
                transportPort(Field.TCP_SRC, tcp.getTcpSourcePort(), tcp.getTcpSourcePortMask());
                transportPort(Field.TCP_DST, tcp.getTcpDestinationPort(), tcp.getTcpDestinationPortMask());
            }
            case UdpMatch udp -> {
                transportPort(Field.UDP_SRC, udp.getUdpSourcePort(), udp.getUdpSourcePortMask());
                transportPort(Field.UDP_DST, udp.getUdpDestinationPort(), udp.getUdpDestinationPortMask());
            }
            case SctpMatch sctp -> {
                transportPort(Field.SCTP_SRC, sctp.getSctpSourcePort(), null);
                transportPort(Field.SCTP_DST, sctp.getSctpDestinationPort(), null);
            }
            default -> unsupported.add(match.implementedInterface().getSimpleName());
        }
    }

    private void protocol(final @Nullable ProtocolMatchFields match) {
        if (match != null) {
            exact(Field.MPLS_TC, match.getMplsTc());
            exact(Field.MPLS_BOS, match.getMplsBos());
            if (match.getMplsLabel() != null) {
                fields.add(FieldValue.exact(Field.MPLS_LABEL, match.getMplsLabel().toJava()));
            }
            final var pbb = match.getPbb();
            if (pbb != null && pbb.getPbbIsid() != null) {
                fields.add(FieldValue.masked(Field.PBB_ISID, pbb.getPbbIsid().toJava(),
                    pbb.getPbbMask() == null ? -1L : pbb.getPbbMask().toJava()));
            }
        }
    }

    private void exact(final Field field, final @Nullable Uint8 value) {
        if (value != null) {
            fields.add(FieldValue.exact(field, value.toJava()));
        }
    }

    private void exact(final Field field, final @Nullable Uint16 value) {
        if (value != null) {
            fields.add(FieldValue.exact(field, value.toJava()));
        }
    }

    private void masked(final Field field, final @Nullable Uint64 value, final @Nullable Uint64 mask) {
        if (value != null) {
            fields.add(FieldValue.masked(field, value.longValue(), mask == null ? -1L : mask.longValue()));
        }
    }

    private void transportPort(final Field field, final @Nullable PortNumber value,
            final @Nullable PortNumber mask) {
        if (value != null) {
            fields.add(FieldValue.masked(field, value.getValue().toJava(),
                mask == null ? -1L : mask.getValue().toJava()));
        }
    }

    private void mac(final Field field, final @Nullable MacAddressFilter filter) {
        if (filter != null) {
            mac(field, filter.getAddress().getValue(), filter.getMask() == null ? null : filter.getMask().getValue());
        }
    }

    private void mac(final Field field, final @Nullable String value, final @Nullable String mask) {
        if (value != null) {
            fields.add(FieldValue.masked(field, MacAddress.parse(value).value(),
                mask == null ? -1L : MacAddress.parse(mask).value()));
        }
    }

    private void prefix(final Field field, final @Nullable Ipv4Prefix prefix) {
        if (prefix != null) {
            prefix(field, IpPrefix.parse(prefix.getValue()));
        }
    }

    private void prefix(final Field field, final @Nullable Ipv6Prefix prefix) {
        if (prefix != null) {
            prefix(field, IpPrefix.parse(prefix.getValue()));
        }
    }

    private void prefix(final Field field, final IpPrefix prefix) {
        final var mask = (prefix.network() instanceof Ipv6Addr ? new Ipv6Addr(-1L, -1L) : IpAddr.parse(
            "255.255.255.255")).masked(prefix.length());
        fields.add(new FieldValue(field, prefix.network().high(), prefix.network().low(), mask.high(), mask.low()));
    }

    private void address(final Field field, final @Nullable String value, final @Nullable String mask) {
        if (value != null) {
            final var address = IpAddr.parse(value);
            final var bits = mask == null ? new Ipv6Addr(-1L, -1L) : IpAddr.parse(mask);
            fields.add(new FieldValue(field, address.high(), address.low(), bits.high(), bits.low()));
        }
    }

    private static @Nullable String string(final @Nullable Object scalar) {
        return scalar instanceof ScalarTypeObject<?> type
            ? type.getValue().toString() : null;
    }
}
