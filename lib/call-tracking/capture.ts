import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { FlowFinding } from "@/lib/captures/flows/flow-finding";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import type { CaptureId, EvidenceFileId } from "@/lib/platform/ids";

/** What listing the flows of a capture gave; `findings` are of the file, `limits` of the list. */
export type Listing = {
  flows: FlowSummary[];
  limits: FlowFinding[];
  findings: CaptureFinding[];
  packets: number;
};

/** How listing ended. */
export type ListingEnd = Listing | { fault: ReadingFault };

/** How far a listing is. */
export type ListingProgress = { readBytes: number; packets: number };

/** An evidence file whose flows can be compared: how far they are listed, and the list. */
export type Capture = {
  id: CaptureId;
  fileId: EvidenceFileId;
  createdAt: Date;
  state: ReadingState;
  readBytes: number;
  packets: number;
  /** Once they are listed. */
  listing?: Listing;
  /** Once it has failed. */
  fault?: ReadingFault;
};

/** The place of a capture's sealed list. */
export function captureContext(captureId: string): string {
  return `capture:${captureId}`;
}
