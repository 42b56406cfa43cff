export const flowFindingCodes = [
  "FLOWS_LEFT_OUT", // more flows than are listed; the smallest were left out
  "FLOW_CUT", // more packets than are kept of one flow; the rest was left out
  "PACKETS_LEFT_OUT", // more packets in all flows than are kept
] as const;

export type FlowFindingCode = (typeof flowFindingCodes)[number];

/** A limit that was met while flows were read; `count` says how much was left out. */
export type FlowFinding = { code: FlowFindingCode; count: number; flow?: string };
