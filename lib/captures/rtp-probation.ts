// Whether packets are RTP at all: RFC 3550 appendix A.1, and more, because nothing may have announced them.

import type { ListedTrack } from "./rtp-chains";
import type { RtpHeader } from "./rtp-header";
import { isUsualPayloadType } from "./rtp-payload-types";

/** How the signalling speaks for a packet: its place and payload type, its place only, or not at all. */
export type Announced = "format" | "place" | "nothing";

/** Fitting packets after the first one before a source is believed. */
const PROOFS_NEEDED: Record<Announced, number> = { format: 0, place: 1, nothing: 3 };
const MAX_STEP = 64;
const MAX_TICKS_A_SECOND = 500_000;
/** Ticks that a burst may be ahead of the clock: a second of video. */
const BURST_TICKS = 90_000;

/** Takes the next packet of a suspect; whether it fits the one before. */
export function takeProof(listed: ListedTrack, { sequence, timestamp }: RtpHeader): void {
  const step = (sequence - listed.lastSequence) & 0xffff;
  if (step === 0) return;
  const isNear = Math.abs((timestamp - listed.lastTimestamp) | 0) < 10 * BURST_TICKS;
  listed.proofs = step <= MAX_STEP && isNear ? listed.proofs + 1 : 0;
  listed.lastSequence = sequence;
  listed.lastTimestamp = timestamp;
}

export function isProven(listed: ListedTrack, announced: Announced): boolean {
  if (listed.proofs < PROOFS_NEEDED[announced]) return false;
  return announced !== "nothing" || (isUsualPayloadType(listed.track.format.type) && isClockLike(listed));
}

/** The timestamp has moved as some media clock would in the time that passed. */
function isClockLike({ track, firstTimestamp, lastTimestamp }: ListedTrack): boolean {
  const seconds = (track.lastAt - track.startedAt) / 1_000_000;
  const ticks = Math.abs((lastTimestamp - firstTimestamp) | 0);
  if (seconds > 1 && ticks === 0) return false;
  return ticks <= seconds * MAX_TICKS_A_SECOND + BURST_TICKS;
}
