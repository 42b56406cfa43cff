import { createMediaWatch, type MediaLimits } from "@/lib/captures/media-watch";
import type { PacketLimits } from "@/lib/captures/packet-limits";
import type { Call } from "./call";
import type { CallSummary } from "./call-summary";
import { type CallLimits, createCallTracker } from "./call-tracker";
import { readSipMessage } from "./read-message";
import { createTraceCounts } from "./trace-counts";
import { MAGIC_BYTES, traceFormatOf } from "./trace-format";
import type { TraceMessage } from "./trace-message";
import { openTraceSource, type TraceSource } from "./trace-source";
import type { TraceTotals } from "./trace-totals";

export type TraceLimits = {
  packets?: Partial<PacketLimits>;
  media?: Partial<MediaLimits>;
  calls?: Partial<CallLimits>;
};

export type TraceReader = {
  /** The next bytes of the trace, unpacked, cut anywhere. */
  push(bytes: Uint8Array): void;
  /** The trace has ended: hands out the calls that are still open. */
  end(): TraceTotals;
};

type Options = { onCall(call: Call, summary: CallSummary): void; limits?: TraceLimits };

/**
 * Reads a trace, which is a capture (pcap, pcapng) or a text log, from bytes to calls, and hands out each call when it is
 * over. Never throws: what is odd becomes a finding. Memory is bounded by the calls open at one time, and by limits.
 */
export function createTraceReader({ onCall, limits = {} }: Options): TraceReader {
  const media = createMediaWatch(limits.media);
  const counts = createTraceCounts();
  const handOut = (call: Call, summary: CallSummary) => {
    counts.call(call);
    onCall(call, summary);
  };
  const tracker = createCallTracker({ onCall: handOut, media, limits: limits.calls });
  const take = (seen: TraceMessage) => {
    seen.number = counts.message(seen.at);
    const read = readSipMessage(seen.text, { isCut: seen.isCut, isStream: seen.transport === "tcp" });
    counts.findings(read.findings);
    tracker.message(seen, read);
  };

  let source: TraceSource | undefined;
  let first = Buffer.alloc(0);

  function open(): TraceSource {
    const opened = openTraceSource(take, { format: traceFormatOf(first), media, limits: limits.packets });
    opened.push(first);
    return opened;
  }

  return {
    push(bytes) {
      if (source) return source.push(bytes);
      first = Buffer.concat([first, bytes]);
      if (first.length >= MAGIC_BYTES) source = open();
    },
    end() {
      source ??= open();
      const told = source.end();
      tracker.end();
      const { isShortened, ...found } = media.end();
      return { ...told, ...counts.totals(), ...found, isShortened: isShortened || counts.isShortened };
    },
  };
}
