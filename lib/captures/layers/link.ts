// https://www.tcpdump.org/linktypes.html
import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import { holds, type Layer } from "./layer";

type LinkType = { headerBytes: number; next: Layer; etherTypeAt?: number };

const linkTypes = new Map<number, LinkType>([
  [0, { headerBytes: 4, next: "ip" }], // BSD loopback; the address family agrees with the IP version
  [1, { headerBytes: 0, next: "ethernet" }],
  [9, { headerBytes: 0, next: "ppp" }],
  [12, { headerBytes: 0, next: "ip" }], // raw IP, as some systems number it
  [14, { headerBytes: 0, next: "ip" }],
  [50, { headerBytes: 0, next: "ppp" }],
  [51, { headerBytes: 6, next: "ppp" }], // PPPoE session header (RFC 2516 section 4)
  [101, { headerBytes: 0, next: "ip" }],
  [104, { headerBytes: 4, etherTypeAt: 2, next: "ether-type" }],
  [108, { headerBytes: 4, next: "ip" }],
  [109, { headerBytes: 12, next: "ip" }], // OpenBSD's decrypted IPsec
  [113, { headerBytes: 16, etherTypeAt: 14, next: "ether-type" }], // Linux "any" device
  [228, { headerBytes: 0, next: "ipv4" }],
  [229, { headerBytes: 0, next: "ipv6" }],
  [276, { headerBytes: 20, etherTypeAt: 0, next: "ether-type" }], // Linux "any" device, second version
]);

/** Moves the packet past the header of its link type. */
export function peelLink(packet: PacketInHand, findings: CaptureFindings): Layer {
  if (packet.linkType === 1) return "ethernet";
  const link = linkTypes.get(packet.linkType);
  if (!link) {
    if (packet.linkType >= 0) findings.note("LINK_TYPE_UNKNOWN", packet.frame);
    return "done";
  }
  if (!holds(packet, link.headerBytes, findings)) return "done";
  if (link.etherTypeAt !== undefined) {
    packet.etherType = packet.buffer.readUInt16BE(packet.start + link.etherTypeAt);
  }
  packet.start += link.headerBytes;
  return link.next;
}
