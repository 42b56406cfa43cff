import { type EventFormat, keysPressed } from "./rtp-digits";
import { mainFormat } from "./rtp-format";
import type { Jitter } from "./rtp-jitter";
import { lostPackets } from "./rtp-sequence";
import type { RtpStream } from "./rtp-stream";
import type { RtpTrack } from "./rtp-track";

/** The stream as it stands; later packets do not change what was given. */
export function rtpStreamOf(track: RtpTrack): RtpStream {
  const main = mainFormat(track.formats);
  return {
    source: track.source,
    destination: track.destination,
    ssrc: track.ssrc,
    payloadTypes: track.formats.map(({ type }) => type),
    ...(main?.codec && { codec: main.codec }),
    ...(main && main.clockRate > 0 && { clockRate: main.clockRate }),
    startedAt: track.startedAt,
    endedAt: track.lastAt,
    packets: track.packets,
    payloadBytes: track.payloadBytes,
    lost: lostPackets(track.sequence, track.packets),
    duplicates: track.sequence.duplicates,
    outOfOrder: track.sequence.outOfOrder,
    ...jitterOf(track.jitter),
    gaps: track.gaps.map((gap) => ({ ...gap })),
    digits: keysPressed(track.keys, (type) => eventFormat(track, type)),
    ...(track.security && { security: track.security }),
    ...(track.reported && { reported: { ...track.reported } }),
    frame: track.frame,
    ...raritiesOf(track),
  };
}

function jitterOf({ samples, sum, largest }: Jitter): Pick<RtpStream, "meanJitterMs" | "maxJitterMs"> {
  return samples === 0 ? {} : { meanJitterMs: sum / samples, maxJitterMs: largest };
}

function eventFormat(track: RtpTrack, type: number): EventFormat | undefined {
  const format = track.formats.find((one) => one.type === type);
  if (format?.role === "event") {
    return { isAnnounced: true, ...(format.clockRate > 0 && { clockRate: format.clockRate }) };
  }
  return format?.role === "unknown" ? { isAnnounced: false } : undefined;
}

function raritiesOf(track: RtpTrack): Partial<RtpStream> {
  const restarts = track.sequence.restarts + track.jitter.restarts;
  const spoken = track.lastAt - track.startedAt - track.gapMicroseconds;
  const steps = track.packets - 1;
  return {
    ...(restarts > 0 && { restarts }),
    ...(track.comfortNoisePackets > 0 && { comfortNoisePackets: track.comfortNoisePackets }),
    ...(steps > 0 && spoken > 0 && { spacingMs: spoken / 1000 / steps }),
    ...(track.isShortened && { isShortened: true }),
  };
}
