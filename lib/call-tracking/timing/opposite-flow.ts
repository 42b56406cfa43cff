import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

/**
 * The other direction of the same call in the same capture: same protocol, both endpoints swapped, at the same time.
 * Undefined where there is none or more than one.
 */
export function oppositeFlow(flow: FlowSummary, all: readonly FlowSummary[]): FlowSummary | undefined {
  const opposites = all.filter((other) => isOpposite(flow, other) && isBeside(flow, other));
  return opposites.length === 1 ? opposites[0] : undefined;
}

function isOpposite(one: FlowSummary, other: FlowSummary): boolean {
  return (
    one.protocol === other.protocol &&
    one.ipProtocol === other.ipProtocol &&
    isSamePlace(one.source, other.destination) &&
    isSamePlace(one.destination, other.source)
  );
}

function isSamePlace(one: FlowSummary["source"], other: FlowSummary["source"]): boolean {
  return one.address === other.address && one.port === other.port;
}

/** More than half of the longer one. */
function isBeside(one: FlowSummary, other: FlowSummary): boolean {
  const shared = Math.min(one.lastAt, other.lastAt) - Math.max(one.firstAt, other.firstAt);
  return 2 * shared > Math.max(one.lastAt - one.firstAt, other.lastAt - other.firstAt);
}
