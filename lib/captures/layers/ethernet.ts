// IEEE 802.3 frames and what their EtherType names.
import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

const headerBytes = 14;
/** Smaller values are the length of an IEEE 802.2 frame. */
const firstEtherType = 0x600;
const snapHeaderBytes = 8;
const snapSap = 0xaaaa;

export function peelEthernet(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, headerBytes, findings)) return "done";
  packet.etherType = packet.buffer.readUInt16BE(packet.start + 12);
  packet.start += headerBytes;
  return packet.etherType >= firstEtherType ? "ether-type" : peelSnap(packet);
}

/** RFC 1042: IP in IEEE 802.2 frames. Frames without it carry spanning trees and the like. */
function peelSnap(packet: PacketInHand): Layer {
  const { buffer, start, end } = packet;
  if (end - start < snapHeaderBytes || buffer.readUInt16BE(start) !== snapSap) return "done";
  packet.etherType = buffer.readUInt16BE(start + 6);
  packet.start += snapHeaderBytes;
  return "ether-type";
}

export function peelEtherType(packet: PacketInHand, findings: CaptureFindings): Layer {
  switch (packet.etherType) {
    case 0x0800:
      return "ipv4";
    case 0x86dd:
      return "ipv6";
    case 0x8100: // IEEE 802.1Q
    case 0x88a8: // IEEE 802.1ad
    case 0x9100: // QinQ before it was standardised
    case 0x9200:
      return peelVlan(packet, findings);
    case 0x8864: // PPPoE session (RFC 2516 section 4)
      return peelPppoe(packet, findings);
    case 0x8847: // MPLS (RFC 5332)
    case 0x8848:
      return "mpls";
    case 0x6558: // Ethernet inside GRE (RFC 7637)
      return "ethernet";
    case 0x880b: // PPP inside GRE
      return "ppp";
    default:
      return "done";
  }
}

function peelVlan(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 4, findings)) return "done";
  packet.etherType = packet.buffer.readUInt16BE(packet.start + 2);
  packet.start += 4;
  return packet.etherType >= firstEtherType ? "ether-type" : peelSnap(packet);
}

function peelPppoe(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (!holds(packet, 6, findings)) return "done";
  packet.start += 6;
  return "ppp";
}
