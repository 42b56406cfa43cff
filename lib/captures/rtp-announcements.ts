import type { Endpoint } from "./packet";
import type { ExpectedMedia, PayloadFormat } from "./rtp-expected";

/** A place where media is expected, with the calls that announced it and the latest description. */
export type MediaPlace = {
  key: string;
  calls: Set<number>;
  description: ExpectedMedia;
};

type CallPlaces = { since: number; places: Set<MediaPlace> };

/** ICE can announce many candidates; a call that announces more than this is hostile. */
const MAX_PLACES_OF_A_CALL = 64;

export function placeKey({ address, port }: Endpoint): string {
  return `${address} ${port}`;
}

/** What calls announced and have not yet taken back. */
export type Announcements = ReturnType<typeof createAnnouncements>;

export function createAnnouncements(limit: number) {
  const places = new Map<string, MediaPlace>();
  const calls = new Map<number, CallPlaces>();

  function announce(media: ExpectedMedia): { place: MediaPlace; isNewToCall: boolean } | undefined {
    const key = placeKey(media.endpoint);
    const call = calls.get(media.call) ?? { since: media.at, places: new Set<MediaPlace>() };
    const known = places.get(key);
    if (!known && (places.size >= limit || call.places.size >= MAX_PLACES_OF_A_CALL)) return undefined;
    const place = known ?? { key, calls: new Set<number>(), description: media };
    const isNewToCall = !place.calls.has(media.call);
    place.description = media;
    place.calls.add(media.call);
    call.places.add(place);
    call.since = Math.min(call.since, media.at);
    places.set(key, place);
    calls.set(media.call, call);
    return { place, isNewToCall };
  }

  /** Forgets a call; gives what it had announced. */
  function withdraw(call: number): CallPlaces | undefined {
    const announced = calls.get(call);
    calls.delete(call);
    for (const place of announced?.places ?? []) {
      place.calls.delete(call);
      if (place.calls.size === 0) places.delete(place.key);
    }
    return announced;
  }

  return {
    announce,
    withdraw,
    at: (endpoint: Endpoint) => (places.size === 0 ? undefined : places.get(placeKey(endpoint))),
    placesOf: (call: number) => calls.get(call),
  };
}

export function formatAt(place: MediaPlace | undefined, type: number): PayloadFormat | undefined {
  return place?.description.payloads.find((format) => format.type === type);
}
