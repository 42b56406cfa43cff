import type { PacketFlow } from "../flows/packet-flow";

/** Finds the packets of a flow in the file it was collected from, when asked frame by frame. */
export type FlowPlaces = {
  /** Index in the flow of the packet with this number and time; -1 where it is none of the flow. */
  indexAt(frame: number, at: number): number;
  /** Packets that were found. */
  readonly found: number;
};

/** Frames must be asked for in ascending order. A flow whose packets have no numbers is found nowhere. */
export function createFlowPlaces({ frame: frames = new Uint32Array(0), at: times }: PacketFlow): FlowPlaces {
  // Packets that waited for their fragments in vain come late, so the flow need not be in the order of the file.
  const inOrder = Uint32Array.from(frames.keys()).sort((one, other) => frameAt(one) - frameAt(other));
  let place = 0;
  let found = 0;

  function frameAt(index: number): number {
    return frames[index] ?? 0;
  }

  return {
    indexAt(frame, at) {
      while (place < inOrder.length && frameAt(inOrder[place] ?? 0) < frame) place += 1;
      const index = inOrder[place] ?? -1;
      if (index < 0 || frames[index] !== frame || times[index] !== at) return -1;
      found += 1;
      return index;
    },
    get found() {
      return found;
    },
  };
}
