// Whether packets are RTP, without any signalling: RFC 3550 appendix A.1, made harder because nothing announced them.
import { isUsualPayloadType } from "../rtp-payload-types";
import type { SeenPacket } from "./seen-packet";

/** A source that RTP-like headers have named, and how well its packets fitted so far. */
export type RtpSuspect = {
  /** Packets in a row that fitted the one before. */
  proofs: number;
  firstAt: number;
  firstTimestamp: number;
  lastSequence: number;
  lastTimestamp: number;
};

/** Fitting packets after the first one before a source is believed. */
const proofsNeeded = 3;
/** Types that RFC 3551 leaves unassigned; some browsers use them when the dynamic ones run out. */
const proofsOfUnusualType = 10;
const largestStep = 64;
const ticksASecond = 500_000;
/** Ticks that a burst may be ahead of the clock: a second of video. */
const burstTicks = 90_000;

export function newSuspect({ at, sequence, timestamp }: SeenPacket): RtpSuspect {
  return {
    proofs: 0,
    firstAt: at,
    firstTimestamp: timestamp,
    lastSequence: sequence,
    lastTimestamp: timestamp,
  };
}

/** Takes the next packet of a suspect; whether it is RTP beyond doubt now. */
export function isProvenBy(suspect: RtpSuspect, packet: SeenPacket): boolean {
  const step = (packet.sequence - suspect.lastSequence) & 0xffff;
  // A packet captured twice, or one that came late, speaks neither for nor against it.
  if (step === 0 || step > 0xffff - largestStep) return false;
  const isNear = Math.abs((packet.timestamp - suspect.lastTimestamp) | 0) < 10 * burstTicks;
  if (step > largestStep || !isNear) {
    Object.assign(suspect, newSuspect(packet));
    return false;
  }
  suspect.proofs += 1;
  suspect.lastSequence = packet.sequence;
  suspect.lastTimestamp = packet.timestamp;
  const needed = isUsualPayloadType(packet.payloadType) ? proofsNeeded : proofsOfUnusualType;
  return suspect.proofs >= needed && isClockLike(suspect, packet);
}

/** The timestamp has moved as some media clock would in the time that passed. */
function isClockLike({ firstAt, firstTimestamp }: RtpSuspect, { at, timestamp }: SeenPacket): boolean {
  const seconds = (at - firstAt) / 1_000_000;
  const ticks = Math.abs((timestamp - firstTimestamp) | 0);
  if (seconds > 1 && ticks === 0) return false;
  return ticks <= seconds * ticksASecond + burstTicks;
}
