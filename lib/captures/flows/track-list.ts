import type { FlowTrack } from "./flow-track";

/** Flows in the order in which they were added; each is in one list at most. */
export type TrackList = {
  readonly oldest: FlowTrack | undefined;
  readonly size: number;
  add(track: FlowTrack): void;
  remove(track: FlowTrack): void;
};

/** Linked through the flows themselves: a Set that is emptied from its front searches ever longer for its first. */
export function createTrackList(): TrackList {
  let oldest: FlowTrack | undefined;
  let newest: FlowTrack | undefined;
  let size = 0;
  return {
    get oldest() {
      return oldest;
    },
    get size() {
      return size;
    },
    add(track) {
      track.older = newest;
      if (newest) newest.newer = track;
      else oldest = track;
      newest = track;
      size += 1;
    },
    remove(track) {
      const { older, newer } = track;
      if (older) older.newer = newer;
      else oldest = newer;
      if (newer) newer.older = older;
      else newest = older;
      track.older = track.newer = undefined;
      size -= 1;
    },
  };
}

export function* tracksOf(list: TrackList): Generator<FlowTrack> {
  for (let track = list.oldest; track; ) {
    const { newer } = track;
    yield track;
    track = newer;
  }
}
