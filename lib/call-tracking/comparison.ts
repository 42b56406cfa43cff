import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import type { ComparisonId, EvidenceFileId } from "@/lib/platform/ids";
import type { ComparisonResult } from "./comparison/comparison-result";
import type { ComparisonRequest } from "./comparison-request";

/** The answer in one line, for lists. */
export type ComparisonOutcome = { verdict: ComparisonResult["verdict"]; candidates: number };

/** How a comparison ended. */
export type ComparisonEnd = ComparisonOutcome | { fault: ReadingFault };

/** A comparison of a case: what was asked, how far it is, and where its result lies. */
export type Comparison = {
  id: ComparisonId;
  createdAt: Date;
  state: ReadingState;
  /** Candidates compared so far, and in all; 0 of 0 while captures are being read. */
  done: number;
  total: number;
  request: ComparisonRequest;
  /** Once it is done: the answer, and the evidence file that holds the whole result. */
  outcome?: ComparisonOutcome;
  finishedAt?: Date;
  resultId?: EvidenceFileId;
  /** Once it has failed. */
  fault?: ReadingFault;
};

/** The place of a comparison's sealed end. */
export function comparisonContext(comparisonId: string): string {
  return `comparison:${comparisonId}`;
}
