import { createAddressTexts } from "./address-texts";
import type { CaptureFindings } from "./capture-findings";
import type { CaptureSink } from "./capture-sink";
import { peelEthernet, peelEtherType } from "./layers/ethernet";
import { createFragments } from "./layers/fragments";
import { peelIp } from "./layers/ip";
import type { IpTools } from "./layers/ip-tools";
import { peelIpv4 } from "./layers/ipv4";
import { peelIpv6 } from "./layers/ipv6";
import type { Layer } from "./layers/layer";
import { peelLink } from "./layers/link";
import { peelMpls } from "./layers/mpls";
import { peelPpp } from "./layers/ppp";
import { peelProtocol } from "./layers/protocol";
import { peelUdp } from "./layers/udp";
import { emptyHand, type PacketInHand } from "./packet-in-hand";
import type { PacketLimits } from "./packet-limits";
import { createSctpMessages, type SctpMessages } from "./streams/sctp-messages";
import { createTcpStreams, type TcpStreams } from "./streams/tcp-streams";

/** Takes packets apart, from the link to what the listener wants. */
export type PacketDecoder = {
  decode(packet: PacketInHand): void;
  /** Gives out what still waits for something that never came. */
  end(): void;
};

type Tools = IpTools & { sink: CaptureSink; limits: PacketLimits; tcp: TcpStreams; sctp: SctpMessages };

export function createPacketDecoder(
  sink: CaptureSink,
  findings: CaptureFindings,
  limits: PacketLimits,
): PacketDecoder {
  const tools: Tools = {
    sink,
    findings,
    limits,
    texts: createAddressTexts(),
    fragments: createFragments(findings, limits),
    tcp: createTcpStreams(sink, findings, limits),
    sctp: createSctpMessages(sink, findings, limits),
  };
  const late = emptyHand();
  return {
    decode(packet) {
      while (tools.fragments.hasOverdue(packet.at)) giveUpFragments(late, tools);
      peelAll(packet, peelLink(packet, findings), tools);
    },
    end() {
      while (giveUpFragments(late, tools));
      tools.tcp.end();
      tools.sctp.end();
    },
  };
}

/** A packet that lost fragments is read as far as it came, like one that the capture cut. */
function giveUpFragments(late: PacketInHand, tools: Tools): boolean {
  if (!tools.fragments.giveUp(late)) return false;
  if (late.end > late.start) peelAll(late, "protocol", tools);
  return true;
}

function peelAll(packet: PacketInHand, first: Layer, tools: Tools): void {
  let layer = first;
  for (let depth = 0; layer !== "done"; depth++) {
    if (depth === tools.limits.layers) {
      tools.findings.note("TUNNEL_TOO_DEEP", packet.frame);
      return;
    }
    layer = peel(layer, packet, tools);
  }
}

function peel(layer: Layer, packet: PacketInHand, tools: Tools): Layer {
  switch (layer) {
    case "ethernet":
      return peelEthernet(packet, tools.findings);
    case "ether-type":
      return peelEtherType(packet, tools.findings);
    case "ipv4":
      return peelIpv4(packet, tools);
    case "protocol":
      return peelProtocol(packet, tools);
    case "udp":
      return peelUdp(packet, tools.findings);
    case "datagram":
      return giveDatagram(packet, tools);
    case "ipv6":
      return peelIpv6(packet, tools);
    case "ip":
      return peelIp(packet, tools.findings);
    case "ppp":
      return peelPpp(packet, tools.findings);
    case "mpls":
      return peelMpls(packet, tools.findings);
    default:
      return giveRest(layer, packet, tools);
  }
}

function giveDatagram(packet: PacketInHand, { sink }: Tools): Layer {
  if (sink.ipPacket) giveIpPacket(packet, sink);
  const { buffer, start, end, fileOffset, at, frame, cutBytes } = packet;
  sink.datagram({
    transport: "udp",
    source: { address: packet.source, port: packet.sourcePort },
    destination: { address: packet.destination, port: packet.destinationPort },
    at,
    frame,
    bytes: buffer.subarray(start, end),
    offset: fileOffset < 0 ? undefined : fileOffset + start,
    wireBytes: end - start + cutBytes,
  });
  return "done";
}

function giveRest(layer: Layer, packet: PacketInHand, { sink, tcp, sctp }: Tools): Layer {
  if (sink.ipPacket) giveIpPacket(packet, sink);
  if (layer === "tcp") tcp.take(packet);
  if (layer === "sctp") sctp.take(packet);
  return "done";
}

function giveIpPacket(packet: PacketInHand, sink: CaptureSink): void {
  const { at, frame, source, destination, protocol, buffer, ipStart, ipEnd } = packet;
  sink.ipPacket?.({
    at,
    frame,
    source,
    destination,
    protocol,
    bytes: buffer.subarray(ipStart, ipEnd),
    contentStart: packet.start - ipStart,
    wireBytes: Math.max(packet.end + packet.cutBytes, ipEnd) - ipStart,
  });
}
