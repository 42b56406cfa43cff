import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createTimingComparer } from "../timing/create-timing-comparer";
import type { TimingOptions } from "../timing/timing-options";
import type { TimingResult } from "../timing/timing-result";
import { createLengthComparer } from "../timing/whole-call-lengths";
import type { Watermark } from "../watermark/watermark";
import { type ClockFit, clockFit } from "./clock-fit";
import { compareHeaders } from "./compare-headers";
import type { StreamResult } from "./comparison-result";
import { isSameRecording } from "./is-same-recording";
import { createMarkFinder, type FoundMark } from "./look-for-mark";

/** All that is found out about one candidate without looking at the others. */
export type Evidence = {
  mark?: FoundMark;
  tooShort?: { packets: number; needed: number };
  timing?: TimingResult;
  stream?: StreamResult;
  fit?: ClockFit;
  isSameRecording: boolean;
};

/** A candidate and what was found out about it. */
export type Examined = Evidence & { flow: PacketFlow };

export type ExaminerSettings = {
  first?: PacketFlow;
  watermark?: Watermark;
  clockErrorSeconds: number;
  /** Both captures as a whole, where they are known. */
  captured?: TimingOptions["captured"];
};

/** Prepares the first flow and the watermark once, so that many candidates can be examined. */
export function createExaminer(settings: ExaminerSettings): (flow: PacketFlow) => Evidence {
  const findMark = settings.watermark && createMarkFinder(settings.watermark);
  const compareWithFirst = settings.first && comparerWith(settings.first, settings);
  return (flow) => ({
    isSameRecording: false,
    ...compareWithFirst?.(flow),
    ...findMark?.(flow),
  });
}

/** The first flow may be marked or not: the watermark is looked for without it, so clocks cannot hide it. */
function comparerWith(first: PacketFlow, { clockErrorSeconds, captured }: ExaminerSettings) {
  const compareTiming = createTimingAt(first, { clockErrorSeconds, captured });
  return (flow: PacketFlow) => {
    const fit = clockFit(first.summary, flow.summary, clockErrorSeconds);
    return {
      fit,
      timing: fit.kind === "none" ? undefined : compareTiming(flow, fit),
      stream: compareHeaders(first, flow),
      isSameRecording: isSameRecording(first, flow),
    };
  };
}

/**
 * Timing as if the second clock had been set right; the lag is told by the clocks as they were. Lengths too are compared by
 * the clock of the capture, which is wrong by as much for the capture as for its flows.
 */
function createTimingAt(first: PacketFlow, options: TimingOptions) {
  const compareTiming = createTimingComparer(first, options);
  const compareLengths = createLengthComparer(first.summary, options);
  return (flow: PacketFlow, fit: ClockFit): TimingResult | undefined => {
    if (fit.kind !== "apart") return compareTiming(flow);
    const timing = compareTiming(movedBy(flow, -fit.seconds * 1e6));
    if (!timing) return undefined;
    const { lengths: _, ...others } = timing;
    const lengths = compareLengths(flow.summary);
    return { ...others, ...(lengths && { lengths }), lagMs: timing.lagMs + fit.seconds * 1000 };
  };
}

function movedBy(flow: PacketFlow, microseconds: number): PacketFlow {
  const { firstAt, lastAt } = flow.summary;
  const summary = { ...flow.summary, firstAt: firstAt + microseconds, lastAt: lastAt + microseconds };
  return { ...flow, summary, at: flow.at.map((time) => time + microseconds) };
}
