/** What a list of flows and a collection of them keep at most. Both must be given the same `tracked` to agree on names. */
export type FlowLimits = {
  /** Flows that are counted at a time; beyond, the smallest are forgotten, the oldest of them first. */
  tracked: number;
  /** Flows that are given out, the largest. */
  listed: number;
  /** Packets that are kept of one flow, and of all together. */
  packetsPerFlow: number;
  packets: number;
};

export const defaultFlowLimits: FlowLimits = {
  tracked: 20_000,
  listed: 2_000,
  packetsPerFlow: 400_000,
  packets: 8_000_000,
};
