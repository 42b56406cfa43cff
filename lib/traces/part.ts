import type { QuickResult } from "@/lib/caller-identity/quick-result";
import type { Sealed } from "@/lib/platform/sealed";
import type { CallSummary } from "@/lib/sip/call-summary";

/** One line of a trace's list of calls, and the part that holds the call itself. */
export type IndexLine = { summary: CallSummary; result: QuickResult; part: number };

export const partKinds = ["calls", "index"] as const;
export type PartKind = (typeof partKinds)[number];

/** Many calls (`Call[]`), or many lines of the list (`IndexLine[]`), sealed as one row. */
export type SealedPart = { kind: PartKind; ordinal: number; sealed: Sealed };

export function partContext(traceId: string, kind: PartKind, ordinal: number): string {
  return `trace-part:${traceId}:${kind}:${ordinal}`;
}
