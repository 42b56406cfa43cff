import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/** Media clocks in use, in hertz: RFC 3551 section 6, and 48,000 of Opus (RFC 7587). */
const mediaClocks = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 90_000];
/** How far a clock may seem off: half a second of queueing in half a minute. */
const TOLERANCE = 0.02;

/**
 * Times less the media time, for decoding flows with pauses or packets of changing length: what is left of a spacing is
 * jitter, drift and mark, so that the spacing across a pause is as good as any other. The times as they are where no
 * media time can be read, or where it keeps pace with no usual clock (a stream that was put on hold).
 */
export function levelTimes({ at, mediaTime }: PacketFlow): Float64Array {
  const clock = mediaTime && clockOf(at, mediaTime);
  if (!mediaTime || !clock) return at;
  const first = mediaTime[0] ?? 0;
  return at.map((time, place) => time - ((mediaTime[place] ?? 0) - first) * (1e6 / clock));
}

function clockOf(at: Float64Array, mediaTime: Float64Array): number | undefined {
  const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1e6;
  const pace = ((mediaTime.at(-1) ?? 0) - (mediaTime[0] ?? 0)) / seconds;
  return mediaClocks.find((clock) => Math.abs(pace / clock - 1) <= TOLERANCE);
}
