import type { Endpoint } from "./packet";
import type { Protocol, Sighting, SightingDetail } from "./sighting";

/** A packet of a protocol that is reported; `source` is the side that began, where that is known. */
export type Seen = { protocol: Protocol; source: Endpoint; destination: Endpoint; at: number; frame: number };

/** Sightings, one for each protocol and pair of places. */
export type SightingBook = ReturnType<typeof createSightingBook>;

const MAX_DETAILS = 48;
const MAX_VALUE_LENGTH = 300;

export function createSightingBook(limit: number) {
  const sightings = new Map<string, Sighting>();
  let isShortened = false;

  /**
   * Counts a packet. Packets with the same `between` (the two places, whichever sent, unless given) are one sighting;
   * nothing is given when there are too many.
   */
  function note(seen: Seen, between = placesOf(seen)): Sighting | undefined {
    const key = `${seen.protocol} ${between}`;
    const known = sightings.get(key);
    if (known) {
      countPacket(known, seen.at);
      return known;
    }
    if (sightings.size >= limit) {
      isShortened = true;
      return undefined;
    }
    const sighting = begin(seen);
    sightings.set(key, sighting);
    return sighting;
  }

  return { note, all: (): Sighting[] => [...sightings.values()], isShortened: () => isShortened };
}

/** One more packet of a sighting that is at hand. */
export function countPacket(sighting: Sighting, at: number): void {
  sighting.packets++;
  if (at > sighting.endedAt) sighting.endedAt = at;
}

/** Adds what was read, each value once. */
export function addDetail(
  sighting: Sighting | undefined,
  name: SightingDetail["name"],
  value: string | undefined,
): void {
  if (!sighting || !value || sighting.details.length >= MAX_DETAILS) return;
  const kept = value.slice(0, MAX_VALUE_LENGTH);
  if (sighting.details.some((detail) => detail.name === name && detail.value === kept)) return;
  sighting.details.push({ name, value: kept });
}

export function addDetails(sighting: Sighting | undefined, details: readonly SightingDetail[]): void {
  for (const { name, value } of details) addDetail(sighting, name, value);
}

function begin({ protocol, source, destination, at, frame }: Seen): Sighting {
  return {
    protocol,
    source: { address: source.address, port: source.port },
    destination: { address: destination.address, port: destination.port },
    startedAt: at,
    endedAt: at,
    packets: 1,
    frame,
    details: [],
  };
}

function placesOf({ source, destination }: Seen): string {
  return pairOf(source, destination);
}

/** The same text for both directions between two places. */
export function pairOf(one: Endpoint, other: Endpoint): string {
  const first = `${one.address} ${one.port}`;
  const second = `${other.address} ${other.port}`;
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}
