import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { RandomSource } from "../random-source";
import { buildFlow } from "./build-flow";
import { exponential, normalSource } from "./random-variables";

/** What happens to packets on their way, and how the far end's clock and headers differ. All of it may be left out. */
export type PathSettings = {
  /** The delay that all packets share; six times the jitter unless said. */
  delayMs?: number;
  /** Standard deviation of each packet's own delay: normal and independent. */
  jitterMs?: number;
  /** A queue that stalls at a share of packets, for exponential times; those behind wait until it goes on. */
  stalls?: { share: number; meanMs: number };
  /** No packet overtakes another (TCP, Tor). */
  keepsOrder?: boolean;
  /** Share of packets lost, and how many are lost in a row on average (1 unless said). */
  loss?: number;
  lossRun?: number;
  /** Share of packets that are held up by so much, so that later ones overtake them. */
  late?: { share: number; byMs: number };
  /** Share of packets that come twice, the second up to 5 ms later. */
  duplicates?: number;
  /** The far end's clock: ahead by so much at the first arrival, and faster by so many millionths. */
  clockOffsetMs?: number;
  driftPpm?: number;
  /** So many packets leave a relay as one, under numbers of its own. */
  merged?: number;
  /** The far capture cannot read RTP headers. */
  hidesHeaders?: boolean;
};

/** One packet that arrived: its place in the flow sent, and when. */
type Arrival = { place: number; at: number };

const DUPLICATE_WITHIN = 5000;

/** The flow as the far end captures it, in the order of arrival. */
export function sendThrough(flow: PacketFlow, path: PathSettings, random: RandomSource): PacketFlow {
  const arrivals = arrivalsOf(flow, path, random).sort((a, b) => a.at - b.at);
  const groups = path.merged === undefined ? arrivals.map((one) => [one]) : inGroups(arrivals, path.merged);
  const clock = clockOf(path, arrivals[0]?.at ?? 0);
  const { bytes, sequence, mediaTime } = flow;
  const placeOf = (group: Arrival[]) => group[0]?.place ?? 0;
  const captured = {
    at: Float64Array.from(groups, (group) => clock(group.at(-1)?.at ?? 0)),
    bytes: Uint16Array.from(groups, (group) =>
      group.reduce((sum, { place }) => sum + (bytes[place] ?? 0), 0),
    ),
  };
  if (path.hidesHeaders || !sequence) return buildFlow(captured, { ...flow.summary, ssrc: undefined });
  const numbers = (group: Arrival[], place: number) =>
    path.merged ? place : (sequence[placeOf(group)] ?? 0);
  const headers = {
    sequence: Int32Array.from(groups, numbers),
    mediaTime: mediaTime && Float64Array.from(groups, (group) => mediaTime[placeOf(group)] ?? 0),
  };
  return buildFlow({ ...captured, ...headers }, flow.summary);
}

function arrivalsOf({ at }: PacketFlow, path: PathSettings, random: RandomSource): Arrival[] {
  const arrivals: Arrival[] = [];
  const isLost = lossOf(path, random);
  const waitOf = delayOf(path, random);
  let last = Number.NEGATIVE_INFINITY;
  at.forEach((sent, place) => {
    const arrived = sent + waitOf(sent);
    const kept = path.keepsOrder ? Math.max(arrived, last) : arrived;
    last = kept;
    if (isLost()) return;
    arrivals.push({ place, at: kept });
    if (random() < (path.duplicates ?? 0)) arrivals.push({ place, at: kept + DUPLICATE_WITHIN * random() });
  });
  return arrivals;
}

/** Losses in runs: a chain of two states (Gilbert) that is in the losing one for the share wanted. */
function lossOf({ loss = 0, lossRun = 1 }: PathSettings, random: RandomSource): () => boolean {
  const stays = 1 - 1 / lossRun;
  const begins = lossRun === 1 ? loss : (loss * (1 - stays)) / (1 - loss);
  let isLosing = false;
  return () => {
    isLosing = random() < (isLosing && lossRun > 1 ? stays : begins);
    return isLosing;
  };
}

/** Delay of a packet sent at a time, in microseconds; never negative. */
function delayOf(path: PathSettings, random: RandomSource): (sent: number) => number {
  const { jitterMs = 0, delayMs = 6 * jitterMs, stalls, late } = path;
  const normal = normalSource(random);
  let freeAt = Number.NEGATIVE_INFINITY;
  return (sent) => {
    if (stalls && random() < stalls.share)
      freeAt = Math.max(freeAt, sent) + 1000 * exponential(stalls.meanMs, random);
    const queued = Math.max(0, freeAt - sent);
    const heldUp = late && random() < late.share ? 1000 * late.byMs : 0;
    return Math.max(0, 1000 * (delayMs + jitterMs * normal())) + queued + heldUp;
  };
}

function inGroups(arrivals: Arrival[], size: number): Arrival[][] {
  const count = Math.ceil(arrivals.length / size);
  return Array.from({ length: count }, (_, group) => arrivals.slice(group * size, (group + 1) * size));
}

function clockOf({ clockOffsetMs = 0, driftPpm = 0 }: PathSettings, start: number): (at: number) => number {
  return (at) => Math.round(start + 1000 * clockOffsetMs + (at - start) * (1 + driftPpm / 1e6));
}
