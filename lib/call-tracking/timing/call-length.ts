import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

/** When a whole capture began and ended, in microseconds since 1970-01-01 UTC. */
export type CaptureSpan = { firstAt: number; lastAt: number };

/** A capture is taken to hold a flow whole when it was listening for so long before it and after it, in microseconds. */
const MARGIN = 500_000;

/**
 * Whether a capture holds a flow from its first to its last packet: it heard something else at least half a second before
 * the flow began, and after it ended. False where times are not numbers.
 */
export function holdsWholeCall(flow: FlowSummary, captured: CaptureSpan): boolean {
  return flow.firstAt - captured.firstAt >= MARGIN && captured.lastAt - flow.lastAt >= MARGIN;
}

/**
 * How long two whole flows are beside each other: "same" with as many packets in as much time, "near" where only the time
 * agrees, as when packets were lost on the way, and "other" where not even that does.
 */
export const lengthAgreements = ["same", "near", "other"] as const;
export type LengthAgreement = (typeof lengthAgreements)[number];

/** By how much a path can draw out a call or shorten it, in microseconds: what its first and last packet waited. */
const DRAWN_OUT = 2_000_000;

export function lengthAgreement(first: FlowSummary, second: FlowSummary): LengthAgreement {
  const difference = Math.abs(durationOf(first) - durationOf(second));
  if (!(difference <= DRAWN_OUT)) return "other";
  return first.packets === second.packets ? "same" : "near";
}

function durationOf({ firstAt, lastAt }: FlowSummary): number {
  return lastAt - firstAt;
}

/** Of two directions of one call: the worse. */
export function worseAgreement(one: LengthAgreement, other: LengthAgreement): LengthAgreement {
  const place = Math.max(lengthAgreements.indexOf(one), lengthAgreements.indexOf(other));
  return lengthAgreements[place] ?? "other";
}
