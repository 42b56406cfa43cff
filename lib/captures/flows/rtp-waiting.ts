// Packets wait in their lane until it is known whether they are RTP, so that each flow keeps the order of the capture.
import type { FlowLane, RtpSource } from "./flow-lane";
import { isProvenBy, newSuspect } from "./rtp-suspect";
import { keptApart, noSsrc, type SeenPacket } from "./seen-packet";

/** Takes packets out of the wait: `source` where they are RTP. */
export type Deliver = (lane: FlowLane, packet: SeenPacket, source: RtpSource | undefined) => void;

const mostWaiting = 16;
const mostSuspects = 16;
const waitMicroseconds = 5_000_000;

/** The source that has proven to be RTP in this lane. */
export function provenSource(lane: FlowLane, ssrc: number): RtpSource | undefined {
  const latest = lane.latestSource;
  if (latest?.ssrc === ssrc) return latest;
  const source = lane.sources?.get(ssrc);
  if (source) lane.latestSource = source;
  return source;
}

/** Takes a packet of no proven source: one with an RTP-like header, or any that comes while others wait. */
export function takeUncertain(lane: FlowLane, packet: SeenPacket, deliver: Deliver): void {
  lane.waiting ??= [];
  lane.waiting.push(keptApart(packet));
  if (packet.ssrc !== noSsrc && isProven(lane, packet)) admit(lane, packet.ssrc, deliver);
  while (isDone(lane, packet.at)) deliverFirst(lane, deliver);
}

/** The capture is over: what still waits is no RTP. */
export function endWaiting(lane: FlowLane, deliver: Deliver): void {
  while (lane.waiting?.length) deliverFirst(lane, deliver);
}

function deliverFirst(lane: FlowLane, deliver: Deliver): void {
  const first = lane.waiting?.shift();
  if (first) deliver(lane, first, undefined);
}

function isProven(lane: FlowLane, packet: SeenPacket): boolean {
  lane.suspects ??= new Map();
  const suspect = lane.suspects.get(packet.ssrc);
  if (suspect) return isProvenBy(suspect, packet);
  if (lane.suspects.size >= mostSuspects) {
    for (const oldest of lane.suspects.keys()) {
      lane.suspects.delete(oldest);
      break;
    }
  }
  lane.suspects.set(packet.ssrc, newSuspect(packet));
  return false;
}

function admit(lane: FlowLane, ssrc: number, deliver: Deliver): void {
  const source: RtpSource = { ssrc, track: undefined, ordinal: 0, tracks: 0 };
  lane.suspects?.delete(ssrc);
  lane.sources ??= new Map();
  lane.sources.set(ssrc, source);
  const waited = lane.waiting ?? [];
  lane.waiting = waited.filter((packet) => packet.ssrc !== ssrc);
  for (const packet of waited) if (packet.ssrc === ssrc) deliver(lane, packet, source);
}

/** Whether the first that waits is surely no RTP, or has waited long enough. */
function isDone({ waiting, suspects }: FlowLane, at: number): boolean {
  const first = waiting?.[0];
  if (!waiting || !first) return false;
  if (waiting.length > mostWaiting || Math.abs(at - first.at) > waitMicroseconds) return true;
  return first.ssrc === noSsrc || !suspects?.has(first.ssrc);
}
