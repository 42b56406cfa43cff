import type { FlowLane } from "./flow-lane";
import type { FlowTrack } from "./flow-track";
import { createTrackList, tracksOf } from "./track-list";

/** All flows that are counted, a bounded number of them. */
export type TrackBook = {
  /** Takes a new flow. When there are too many, the oldest of one packet is forgotten, or else some of the smallest. */
  add(track: FlowTrack): void;
  /** The flow has got its second packet. */
  settle(track: FlowTrack): void;
  all(): FlowTrack[];
  /** Flows with packets that were forgotten. */
  readonly leftOut: number;
};

type Forgetting = { onTrack(track: FlowTrack): void; onLane(lane: FlowLane): void };

export function createTrackBook(limit: number, forgetting: Forgetting): TrackBook {
  const newcomers = createTrackList();
  const settled = createTrackList();
  // So many newcomers are kept when flows are many and large, or a new one would never get its second packet.
  const fewestNewcomers = Math.max(1, limit >> 3);
  let leftOut = 0;

  function makeRoom(): void {
    const oldest = newcomers.oldest;
    if (oldest && (newcomers.size > fewestNewcomers || settled.size === 0)) forget(oldest);
    else forgetSmallest(Math.max(1, limit >> 4));
  }

  function forgetSmallest(wanted: number): void {
    const largest = sizeThatFrees(tracksOf(settled), wanted);
    let left = wanted;
    for (const track of tracksOf(settled)) {
      if (left === 0) return;
      if (sizeClass(track) > largest) continue;
      forget(track);
      left -= 1;
    }
  }

  function forget(track: FlowTrack): void {
    const { lane, source } = track;
    if (sizeOf(track) > 0) leftOut += 1;
    else if (!source) lane.plainOrdinal -= 1;
    detach(track);
    (track.isSettled ? settled : newcomers).remove(track);
    forgetting.onTrack(track);
    lane.tracks -= 1;
    if (lane.tracks === 0) forgetting.onLane(lane);
  }

  return {
    add(track) {
      // First, so that the lane in hand is not taken for empty.
      track.lane.tracks += 1;
      if (track.source) track.source.tracks += 1;
      if (newcomers.size + settled.size >= limit) makeRoom();
      newcomers.add(track);
    },
    settle(track) {
      newcomers.remove(track);
      settled.add(track);
      track.isSettled = true;
    },
    all: () => [...tracksOf(newcomers), ...tracksOf(settled)],
    get leftOut() {
      return leftOut;
    },
  };
}

function detach(track: FlowTrack): void {
  const { lane, source } = track;
  if (lane.plain === track) {
    lane.plain = undefined;
    lane.waiting = undefined;
  }
  if (!source) return;
  if (source.track === track) source.track = undefined;
  source.tracks -= 1;
  if (source.tracks > 0) return;
  lane.sources?.delete(source.ssrc);
  if (lane.latestSource === source) lane.latestSource = undefined;
}

/** Packets of the flow, with those that wait and may become its own. */
function sizeOf(track: FlowTrack): number {
  const { lane, packets } = track;
  return packets + (lane.plain === track ? (lane.waiting?.length ?? 0) : 0);
}

/** 0 for nothing, 1 for one packet, then one more for each doubling. */
function sizeClass(track: FlowTrack): number {
  return 32 - Math.clz32(sizeOf(track));
}

/** The size class up to which so many flows are found. */
function sizeThatFrees(tracks: Iterable<FlowTrack>, wanted: number): number {
  const counts = new Uint32Array(33);
  for (const track of tracks) {
    const size = sizeClass(track);
    counts[size] = (counts[size] ?? 0) + 1;
  }
  let found = 0;
  let size = 0;
  while (size < 32) {
    found += counts[size] ?? 0;
    if (found >= wanted) break;
    size += 1;
  }
  return size;
}
