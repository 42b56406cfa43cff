// Which calls a stream belongs to, by the places that they announced.
import { type Announcements, formatAt } from "./rtp-announcements";
import type { PayloadFormat } from "./rtp-expected";
import type { Announced } from "./rtp-probation";
import type { StreamEnds } from "./rtp-stream";

export type Ownership = ReturnType<typeof createOwnership>;

export function createOwnership(announcements: Announcements) {
  const receiversOf = ({ destination }: StreamEnds) => announcements.at(destination)?.calls;
  const sendersOf = ({ source }: StreamEnds) => announcements.at(source)?.calls;

  /** Its receiver's description tells what a type means; its sender's own usually says the same. */
  function announcedFormat({ source, destination }: StreamEnds, type: number): PayloadFormat | undefined {
    return formatAt(announcements.at(destination), type) ?? formatAt(announcements.at(source), type);
  }

  function announcedBy(ends: StreamEnds, type: number): Announced {
    if (announcedFormat(ends, type)) return "format";
    return announcements.at(ends.destination) || announcements.at(ends.source) ? "place" : "nothing";
  }

  function isBetweenPlacesOf(ends: StreamEnds, call: number): boolean {
    return (sendersOf(ends)?.has(call) && receiversOf(ends)?.has(call)) === true;
  }

  /** A call that announced both ends comes before those that announced one: a server may have one place for all. */
  function isOwnedBy(ends: StreamEnds, call: number): boolean {
    const senders = sendersOf(ends);
    const receivers = receiversOf(ends);
    if (isBetweenPlacesOf(ends, call)) return true;
    if (!senders?.has(call) && !receivers?.has(call)) return false;
    return !haveCommon(senders, receivers);
  }

  function isOwned(ends: StreamEnds): boolean {
    return sendersOf(ends) !== undefined || receiversOf(ends) !== undefined;
  }

  /** Whether a call that announced one of its ends by `at` has not yet taken it. */
  function isOwnedSince(ends: StreamEnds, at: number): boolean {
    return [sendersOf(ends), receiversOf(ends)].some((calls) => calls && hasCallSince(calls, at));
  }

  function hasCallSince(calls: ReadonlySet<number>, at: number): boolean {
    for (const call of calls) if ((announcements.placesOf(call)?.since ?? Infinity) <= at) return true;
    return false;
  }

  return { announcedFormat, announcedBy, isBetweenPlacesOf, isOwnedBy, isOwned, isOwnedSince };
}

function haveCommon(one: ReadonlySet<number> | undefined, other: ReadonlySet<number> | undefined): boolean {
  if (!one || !other) return false;
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  for (const call of few) if (many.has(call)) return true;
  return false;
}
