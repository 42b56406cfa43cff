import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import type { EvidenceFileId, TraceId } from "@/lib/platform/ids";
import type { TraceTotals } from "@/lib/sip/trace-totals";

/** How a reading ended; `unpacking` is what was noticed while the file was unzipped. */
export type ReadingEnd = { totals: TraceTotals; unpacking: CaptureFinding[] } | { fault: ReadingFault };

/** An evidence file as a SIP trace: how far it is read and what the reading gave. */
export type Trace = {
  id: TraceId;
  fileId: EvidenceFileId;
  createdAt: Date;
  state: ReadingState;
  readBytes: number;
  messages: number;
  calls: number;
  /** Once it is read. */
  totals?: TraceTotals;
  unpacking?: CaptureFinding[];
  /** Once it has failed. */
  fault?: ReadingFault;
};
