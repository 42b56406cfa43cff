import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import type { PacketLimits } from "../packet-limits";
import { type FragmentPile, isWhole, lay, newPile, takeInHand } from "./fragment-pile";

export type Fragment = {
  /** What fragments of one packet have in common (RFC 791 section 3.2, RFC 8200 section 4.5). */
  key: string;
  offset: number;
  hasMore: boolean;
};

/** IP packets that wait for their fragments. */
export type Fragments = {
  /** Whether the fragment made its packet whole; then the whole packet is in hand. */
  take(packet: PacketInHand, fragment: Fragment): boolean;
  /** Whether a packet has waited too long, or too many wait. */
  hasOverdue(at: number): boolean;
  /** Takes the packet that has waited longest into the hand as far as it came; false when none waits. */
  giveUp(packet: PacketInHand): boolean;
};

const longestPacket = 65_535;
/** A fragment that was captured twice comes again within this time. */
const echoMicroseconds = 1_000_000;
const mostEchoes = 256;

export function createFragments(findings: CaptureFindings, limits: PacketLimits): Fragments {
  const piles = new Map<string, FragmentPile>();
  const finished = new Map<string, { offset: number; at: number }>();
  const waitMicroseconds = limits.fragmentSeconds * 1_000_000;
  let bytes = 0;

  function isEcho(packet: PacketInHand, { key, offset }: Fragment): boolean {
    const last = finished.get(key);
    return last !== undefined && last.offset === offset && packet.at - last.at < echoMicroseconds;
  }

  function add(pile: FragmentPile, packet: PacketInHand, { offset, hasMore }: Fragment): void {
    const before = pile.bytes;
    const content = packet.buffer.subarray(packet.start, packet.end);
    if (lay(pile, offset, content)) findings.note("FRAGMENTS_OVERLAP", packet.frame);
    bytes += pile.bytes - before;
    if (!hasMore) pile.totalBytes ??= offset + content.length + packet.cutBytes;
    if (offset === 0) pile.protocol = packet.protocol;
    pile.at = packet.at;
    pile.frame = packet.frame;
  }

  function finish(packet: PacketInHand, { key, offset }: Fragment, pile: FragmentPile): void {
    forget(key, pile);
    if (finished.size >= mostEchoes) finished.clear();
    finished.set(key, { offset, at: packet.at });
    takeInHand(pile, packet);
  }

  function forget(key: string, pile: FragmentPile): void {
    piles.delete(key);
    bytes -= pile.bytes;
  }

  return {
    take(packet, fragment) {
      const length = packet.end - packet.start;
      if (fragment.offset + length > longestPacket) findings.note("PACKET_LENGTH_WRONG", packet.frame);
      if (fragment.offset + length > longestPacket || length === 0) return false;
      const known = piles.get(fragment.key);
      if (!known && isEcho(packet, fragment)) return false;
      const pile = known ?? newPile(packet);
      if (!known) piles.set(fragment.key, pile);
      add(pile, packet, fragment);
      if (!isWhole(pile)) return false;
      finish(packet, fragment, pile);
      return true;
    },
    hasOverdue(at) {
      if (piles.size === 0) return false;
      if (piles.size > limits.fragmentedPackets || bytes > limits.fragmentBytes) return true;
      const [oldest] = piles.values();
      return oldest !== undefined && at - oldest.startedAt > waitMicroseconds;
    },
    giveUp(packet) {
      const [oldest] = piles;
      if (!oldest) return false;
      const [key, pile] = oldest;
      forget(key, pile);
      takeInHand(pile, packet);
      findings.note("FRAGMENTS_MISSING", pile.frame);
      return true;
    },
  };
}
