import type { PacketTrack } from "./packet-track";

/**
 * Into how many packets each one may have to be taken apart: a relay that joins frames makes 40 or 60 ms packets of the
 * usual 20 or 30 ms ones (RFC 3551 section 4.2). Shorter packet times are taken as they are.
 */
export function joinedBy(packetTime: number): number[] {
  const ms = Math.round(packetTime / 1000);
  return [2, 3, 4].filter((frames) => ms / frames === 20 || ms / frames === 30);
}

/**
 * Takes joined packets apart: each has the time of the last frame in it, which the relay waited for, and frames before
 * are put evenly between. Of a delay that a mark gave to a last frame, 1/frames shows in each spacing before and
 * behind; delays of the other frames are lost, and with them at distance 1 half of the mark or more.
 */
export function takeApart({ times, duplicates }: PacketTrack, frames: number): PacketTrack {
  const apart = new Float64Array(times.length * frames).fill(Number.NaN);
  for (let k = 0; k < times.length; k++) {
    const last = times[k] as number;
    const before = k === 0 ? Number.NaN : (times[k - 1] as number);
    for (let frame = 1; frame < frames; frame++) {
      apart[k * frames + frame - 1] = before + ((last - before) * frame) / frames;
    }
    apart[k * frames + frames - 1] = last;
  }
  return { times: apart, duplicates };
}
