import type { Endpoint } from "./packet";
import { placeKey } from "./rtp-announcements";
import type { ListedTrack } from "./rtp-chains";

/** Streams by each of their two ends. */
export type RtpByPlace = ReturnType<typeof createRtpByPlace>;

export function createRtpByPlace() {
  const places = new Map<string, Set<ListedTrack>>();

  function add(listed: ListedTrack): void {
    for (const key of endsOf(listed)) {
      const there = places.get(key);
      if (there) there.add(listed);
      else places.set(key, new Set([listed]));
    }
  }

  function remove(listed: ListedTrack): void {
    for (const key of endsOf(listed)) {
      const there = places.get(key);
      there?.delete(listed);
      if (there?.size === 0) places.delete(key);
    }
  }

  return {
    add,
    remove,
    has: (endpoint: Endpoint): boolean => places.has(placeKey(endpoint)),
    at: (endpoint: Endpoint): ListedTrack[] => [...(places.get(placeKey(endpoint)) ?? [])],
    /** Each stream once. */
    all: (): ListedTrack[] => [...new Set([...places.values()].flatMap((there) => [...there]))],
  };
}

function endsOf({ track }: ListedTrack): [string, string] {
  return [placeKey(track.source), placeKey(track.destination)];
}
