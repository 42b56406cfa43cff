import type { Datagram, Endpoint } from "./packet";
import type { RtpHeader } from "./rtp-header";
import type { RtpTrack } from "./rtp-track";

/** A stream in the table, or what may become one. */
export type ListedTrack = {
  track: RtpTrack;
  hash: number;
  /** The next one with the same hash. */
  next: ListedTrack | undefined;
  isCertain: boolean;
  /** Packets in a row that fitted the one before, and the numbers of the latest. */
  proofs: number;
  lastSequence: number;
  lastTimestamp: number;
  firstTimestamp: number;
  isTaken: boolean;
  /** Whether a call that announced both its ends has taken it: one that announced a single end has no claim any more. */
  isPaired: boolean;
  /** Whether further packets with the same numbers would be another stream. */
  isOver: boolean;
};

/** Streams by addresses, ports and SSRC. Found without making a string: it is done for every packet of media. */
export type RtpChains = ReturnType<typeof createRtpChains>;

/** Streams of one hash beyond this are not kept, so that chosen numbers cannot make each search long. */
const MAX_CHAIN = 32;

export function createRtpChains() {
  const heads = new Map<number, ListedTrack>();

  function find(hash: number, datagram: Datagram, ssrc: number): ListedTrack | undefined {
    let listed = heads.get(hash);
    while (listed && !isOf(listed.track, datagram, ssrc)) listed = listed.next;
    return listed;
  }

  function add(listed: ListedTrack): boolean {
    const head = heads.get(listed.hash);
    if (lengthOf(head) >= MAX_CHAIN) return false;
    listed.next = head;
    heads.set(listed.hash, listed);
    return true;
  }

  function remove(listed: ListedTrack): void {
    const head = heads.get(listed.hash);
    if (head === listed) {
      if (listed.next) heads.set(listed.hash, listed.next);
      else heads.delete(listed.hash);
      return;
    }
    let before = head;
    while (before && before.next !== listed) before = before.next;
    if (before) before.next = listed.next;
  }

  return { find, add, remove };
}

export function newlyListed(track: RtpTrack, hash: number, { sequence, timestamp }: RtpHeader): ListedTrack {
  return {
    track,
    hash,
    next: undefined,
    isCertain: false,
    proofs: 0,
    lastSequence: sequence,
    lastTimestamp: timestamp,
    firstTimestamp: timestamp,
    isTaken: false,
    isPaired: false,
    isOver: false,
  };
}

/** A whole number of 32 bits; equal for equal addresses, ports and SSRC. */
export function trackHash({ source, destination }: Datagram, ssrc: number): number {
  const ports = Math.imul(source.port, 0x9e37_79b1) ^ Math.imul(destination.port, 0x85eb_ca6b);
  return (ssrc ^ ports ^ tailOf(source.address) ^ (tailOf(destination.address) << 14)) | 0;
}

function tailOf(address: string): number {
  const end = address.length;
  return (address.charCodeAt(end - 1) << 7) ^ address.charCodeAt(end - 2);
}

function isOf(track: RtpTrack, { source, destination }: Datagram, ssrc: number): boolean {
  return track.ssrc === ssrc && isSame(track.source, source) && isSame(track.destination, destination);
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.port === other.port && one.address === other.address;
}

function lengthOf(head: ListedTrack | undefined): number {
  let length = 0;
  for (let listed = head; listed; listed = listed.next) length++;
  return length;
}
