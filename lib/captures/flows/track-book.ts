import type { FlowLane } from "./flow-lane";
import type { FlowTrack } from "./flow-track";

/** All flows that are counted, a bounded number of them. */
export type TrackBook = {
  /** Takes a new flow; when there are too many, the smallest are forgotten, the oldest of them first. */
  add(track: FlowTrack): void;
  all(): FlowTrack[];
  /** Flows with packets that were forgotten. */
  readonly leftOut: number;
};

type Forgetting = { onTrack(track: FlowTrack): void; onLane(lane: FlowLane): void };

export function createTrackBook(limit: number, forgetting: Forgetting): TrackBook {
  const tracks = new Set<FlowTrack>();
  let leftOut = 0;

  function makeRoom(newest: FlowTrack): void {
    let wanted = Math.max(1, limit >> 2);
    const largest = sizeThatFrees(tracks, wanted);
    for (const track of tracks) {
      if (wanted === 0) return;
      if (track === newest || sizeClass(track) > largest) continue;
      forget(track);
      wanted -= 1;
    }
  }

  function forget(track: FlowTrack): void {
    const { lane, source } = track;
    if (sizeOf(track) > 0) leftOut += 1;
    else if (!source) lane.plainOrdinal -= 1;
    detach(track);
    tracks.delete(track);
    forgetting.onTrack(track);
    lane.tracks -= 1;
    if (lane.tracks === 0) forgetting.onLane(lane);
  }

  return {
    add(track) {
      tracks.add(track);
      track.lane.tracks += 1;
      if (track.source) track.source.tracks += 1;
      if (tracks.size > limit) makeRoom(track);
    },
    all: () => [...tracks],
    get leftOut() {
      return leftOut;
    },
  };
}

function detach(track: FlowTrack): void {
  const { lane, source } = track;
  if (lane.plain === track) {
    lane.plain = undefined;
    lane.waiting = [];
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
  return packets + (lane.plain === track ? lane.waiting.length : 0);
}

/** 0 for nothing, 1 for one packet, then one more for each doubling. */
function sizeClass(track: FlowTrack): number {
  return 32 - Math.clz32(sizeOf(track));
}

/** The size class up to which enough flows are found. */
function sizeThatFrees(tracks: ReadonlySet<FlowTrack>, wanted: number): number {
  const counts = new Uint32Array(33);
  for (const track of tracks) {
    const size = sizeClass(track);
    counts[size] = (counts[size] ?? 0) + 1;
  }
  let found = 0;
  let size = 0;
  while (size < 32) {
    found += counts[size] ?? 0;
    // The newest flow is spared, so one more has to be there.
    if (found > wanted) break;
    size += 1;
  }
  return size;
}
