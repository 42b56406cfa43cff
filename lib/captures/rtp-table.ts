import type { Datagram, Endpoint } from "./packet";
import { createAnnouncements } from "./rtp-announcements";
import { createRtpByPlace } from "./rtp-by-place";
import { createRtpChains, type ListedTrack, newlyListed, trackHash } from "./rtp-chains";
import type { ExpectedMedia } from "./rtp-expected";
import { learnFormat } from "./rtp-format";
import { emptyRtpHeader, readRtpHeader } from "./rtp-header";
import { createLeavingQueue } from "./rtp-leaving-queue";
import { createOwnership } from "./rtp-ownership";
import { isProven, takeProof } from "./rtp-probation";
import { createRtpSecurity } from "./rtp-security";
import type { MediaSecurity, StreamEnds } from "./rtp-stream";
import { countPacket, type RtpTrack, startTrack } from "./rtp-track";

/**
 * All streams, from the first suspicion until their calls have taken them.
 *
 *   suspect --fitting packets, or announced--> certain --takeStreams--> taken --some time--> forgotten
 *      |                                          |
 *      +-- too many suspects --> forgotten        +-- its place is announced for a later call --> over
 */
export type RtpTable = ReturnType<typeof createRtpTable>;

export type RtpLimits = { streams: number; suspects: number; expectations: number };

/** Idle for this long when another call announces the place: what comes then is that call's. */
const REUSE_MICROSECONDS = 1_000_000;
/** Taken streams stay for a while, so that their last packets do not become streams of their own. */
const TAKEN_KEPT = 1024;
const STRAGGLER_MICROSECONDS = 10_000_000;

export function createRtpTable(limits: RtpLimits) {
  const announcements = createAnnouncements(limits.expectations);
  const ownership = createOwnership(announcements);
  const security = createRtpSecurity(announcements, limits.streams);
  const chains = createRtpChains();
  const places = createRtpByPlace();
  const header = emptyRtpHeader();
  const suspects = createLeavingQueue<ListedTrack>(limits.suspects);
  const taken = createLeavingQueue<ListedTrack>(TAKEN_KEPT);
  let certain = 0;
  let isShortened = false;

  function take(datagram: Datagram): boolean {
    if (!readRtpHeader(datagram.bytes, datagram.wireBytes, header)) return false;
    const hash = trackHash(datagram, header.ssrc);
    const listed = chains.find(hash, datagram, header.ssrc);
    if (!listed) return begin(datagram, hash);
    if (listed.isOver || (listed.isTaken && isAnotherStream(listed, datagram))) {
      giveUpNumbers(listed);
      return begin(datagram, hash);
    }
    countPacket(listed.track, datagram, header, ownership.announcedFormat);
    return listed.isCertain || becomesCertain(listed);
  }

  function begin(datagram: Datagram, hash: number): boolean {
    const listed = newlyListed(startTrack(datagram, header, ownership.announcedFormat), hash, header);
    if (!chains.add(listed)) {
      isShortened = true;
      return false;
    }
    return isBelieved(listed) ? admit(listed) : suspect(listed);
  }

  function becomesCertain(listed: ListedTrack): boolean {
    takeProof(listed, header);
    return isBelieved(listed) && admit(listed);
  }

  function isBelieved(listed: ListedTrack): boolean {
    return isProven(listed, ownership.announcedBy(listed.track, listed.track.format.type));
  }

  function suspect(listed: ListedTrack): false {
    for (const old of suspects.add(listed)) if (!old.isCertain) chains.remove(old);
    return false;
  }

  function admit(listed: ListedTrack): true {
    if (certain >= limits.streams) {
      isShortened = true;
      chains.remove(listed);
      return true;
    }
    certain++;
    listed.isCertain = true;
    places.add(listed);
    security.learn(listed.track);
    return true;
  }

  /** The calls of a taken stream wait for it no longer, so packets with its numbers are another one. */
  function isAnotherStream({ track }: ListedTrack, { at }: Datagram): boolean {
    if (ownership.isOwned(track)) return !ownership.isOwnedSince(track, track.lastAt);
    return at - track.lastAt > STRAGGLER_MICROSECONDS;
  }

  /** It is counted no further; when nobody has taken it, it still waits for its call. */
  function giveUpNumbers(listed: ListedTrack): void {
    chains.remove(listed);
    if (listed.isTaken) forget(listed);
  }

  function forget(listed: ListedTrack): void {
    if (!listed.isCertain) return;
    certain--;
    listed.isCertain = false;
    places.remove(listed);
  }

  function expect(media: ExpectedMedia): void {
    const announced = announcements.announce(media);
    if (!announced) isShortened = true;
    for (const listed of announced ? places.at(media.endpoint) : []) {
      if (announced?.isNewToCall && media.at - listed.track.lastAt > REUSE_MICROSECONDS) listed.isOver = true;
      else learn(listed.track);
    }
  }

  function learn(track: RtpTrack): void {
    for (const format of track.formats) learnFormat(format, ownership.announcedFormat(track, format.type));
    security.learn(track);
  }

  /** A handshake between two places has made keys for the media between them. */
  function secure(ends: StreamEnds, kind: MediaSecurity): void {
    security.note(ends, kind);
    for (const { track } of places.at(ends.source)) security.learn(track);
  }

  function takeStreams(call: number, until: number): RtpTrack[] {
    const announced = announcements.placesOf(call);
    if (!announced) return [];
    const there = [...announced.places].flatMap(({ description }) => places.at(description.endpoint));
    const found = [...new Set(there)].filter(
      (listed) =>
        listed.track.lastAt >= announced.since &&
        listed.track.startedAt <= until &&
        isClaimedBy(listed, call),
    );
    for (const listed of found) listed.isPaired ||= ownership.isBetweenPlacesOf(listed.track, call);
    announcements.withdraw(call);
    for (const listed of found) leave(listed);
    return inOrder(found);
  }

  function isClaimedBy({ track, isPaired }: ListedTrack, call: number): boolean {
    return isPaired ? ownership.isBetweenPlacesOf(track, call) : ownership.isOwnedBy(track, call);
  }

  function leave(listed: ListedTrack): void {
    listed.isTaken = true;
    for (const old of taken.add(listed)) if (!ownership.isOwned(old.track)) giveUpNumbers(old);
  }

  return {
    take,
    expect,
    secure,
    takeStreams,
    /** The streams whose one end is at `endpoint`. */
    streamsAt: (endpoint: Endpoint): RtpTrack[] => places.at(endpoint).map(({ track }) => track),
    isMediaPlace: (endpoint: Endpoint): boolean =>
      announcements.at(endpoint) !== undefined || places.has(endpoint),
    untaken: (): RtpTrack[] => inOrder(places.all().filter(({ isTaken }) => !isTaken)),
    isShortened: () => isShortened,
  };
}

function inOrder(listed: readonly ListedTrack[]): RtpTrack[] {
  return listed.map(({ track }) => track).sort((one, other) => one.startedAt - other.startedAt);
}
