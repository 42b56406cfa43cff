import { type Announcements, placeKey } from "./rtp-announcements";
import type { MediaSecurity, StreamEnds } from "./rtp-stream";
import type { RtpTrack } from "./rtp-track";

/** What protects the media between two places: by a handshake that was seen, or by the signalling. */
export type RtpSecurity = ReturnType<typeof createRtpSecurity>;

export function createRtpSecurity(announcements: Announcements, limit: number) {
  const byHandshake = new Map<string, MediaSecurity>();

  function learn(track: RtpTrack): void {
    const places = [announcements.at(track.destination), announcements.at(track.source)];
    const described = places.find((place) => place?.description.security !== undefined)?.description;
    track.security = byHandshake.get(pairKey(track)) ?? described?.security ?? track.security;
    track.srtpProfile ??= described?.srtpProfile;
  }

  function note(ends: StreamEnds, security: MediaSecurity): void {
    if (byHandshake.size < limit) byHandshake.set(pairKey(ends), security);
  }

  return { learn, note };
}

/** The same for both directions. */
function pairKey({ source, destination }: StreamEnds): string {
  return [placeKey(source), placeKey(destination)].sort().join(" ");
}
