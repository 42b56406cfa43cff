import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { MediaWatch } from "@/lib/captures/media-watch";
import type { PacketLimits } from "@/lib/captures/packet-limits";
import { createPacketReader } from "@/lib/captures/packet-reader";
import { createSipFinder } from "./sip-finder";
import { createTextLogReader } from "./text-log/text-log-reader";
import type { TraceMessage } from "./trace-message";
import type { TraceFormat, TraceTotals } from "./trace-totals";

/** What a source can tell of the whole file. */
export type SourceTotals = Pick<
  TraceTotals,
  "format" | "packets" | "captureFindings" | "unreadable" | "timesLackZone"
>;

/** Where messages come from: a capture or a text log. */
export type TraceSource = { push(bytes: Uint8Array): void; end(): SourceTotals };

type OnMessage = (seen: TraceMessage) => void;
type Reading = { format: TraceFormat; media: MediaWatch; limits?: Partial<PacketLimits> };

export function openTraceSource(onMessage: OnMessage, { format, media, limits }: Reading): TraceSource {
  if (format === "text") return textSource(onMessage);
  const finder = createSipFinder(onMessage, media);
  const reader = createPacketReader(finder.sink, limits);
  return {
    push: reader.push,
    end() {
      reader.end();
      const unreadable = finder.end();
      return { format, packets: reader.packets, captureFindings: reader.findings, unreadable };
    },
  };
}

function textSource(onMessage: OnMessage): TraceSource {
  let found = 0;
  const reader = createTextLogReader((seen) => {
    found += 1;
    onMessage(seen);
  });
  return {
    push: reader.push,
    end() {
      const { timesLackZone } = reader.end();
      const captureFindings: CaptureFinding[] = found > 0 ? [] : [{ code: "NOT_A_CAPTURE", count: 1 }];
      return {
        format: "text",
        packets: 0,
        captureFindings,
        unreadable: 0,
        ...(timesLackZone && { timesLackZone }),
      };
    },
  };
}
