import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import { createFlowLister } from "@/lib/captures/flows/list-flows";
import type { FlowSummary, PacketFlow } from "@/lib/captures/flows/packet-flow";
import { bothSinks } from "./both-sinks";
import { compareFlows } from "./comparison/compare-flows";
import type { ComparedFile, ComparisonResult, ComparisonSettings } from "./comparison/comparison-result";
import type { ChosenFlows } from "./comparison-request";
import { readPackets } from "./read-packets";
import type { WholeCapture } from "./timing/timing-options";
import type { Watermark } from "./watermark/watermark";

/** A stored capture: its hash, and its bytes as often as they are asked for. */
export type CaptureSource = { sha256: string; read: () => AsyncIterable<Uint8Array> };

export type CapturesToCompare = {
  first?: { capture: CaptureSource; flow: string };
  second: { capture: CaptureSource; flows: ChosenFlows };
  watermark?: Watermark;
  settings: ComparisonSettings;
};

/** Candidates and how many of them are compared. */
export type ComparisonProgress = { done: number; total: number };

/** The most candidates in one comparison, and the fewest packets with which a flow is a candidate among "all". */
const MAX_CANDIDATES = 2_000;
const FEWEST_PACKETS = 50;

/**
 * Reads the chosen flows of one or two captures and compares them. A flow that a capture no longer shows is missing
 * among the candidates, and a missing first flow leaves only the watermark to look for.
 */
export async function compareCaptures(
  { first, second, watermark, settings }: CapturesToCompare,
  tell: (progress: ComparisonProgress) => void,
): Promise<ComparisonResult> {
  const one = first && (await collect(first.capture, [first.flow]));
  const [flow] = one?.flows ?? [];
  const other = await collect(second.capture, second.flows);
  const isSameFile = first?.capture.sha256 === second.capture.sha256;
  const candidates = chosen(other.flows, second.flows, isSameFile ? first?.flow : undefined);
  return compareFlows(
    {
      ...(one && flow && { first: { file: one.file, flow, captured: one.captured } }),
      second: {
        file: other.file,
        flows: candidates,
        flowsInFile: other.captured.flows.length,
        captured: other.captured,
      },
      ...(watermark && { watermark }),
      settings,
    },
    (done, total) => tell({ done, total }),
  );
}

/** The chosen flows of a capture, and beside them when it began and ended and what else it holds. */
type Collected = { flows: PacketFlow[]; file: ComparedFile; captured: Captured };
type Captured = WholeCapture & { flows: FlowSummary[] };

async function collect(capture: CaptureSource, wanted: ChosenFlows): Promise<Collected> {
  const collector = createFlowCollector(wanted === "all" ? "all" : new Set(wanted));
  const lister = createFlowLister();
  const { findings } = await readPackets(capture.read(), bothSinks(collector.sink, lister.sink));
  const { flows, findings: limits } = collector.end();
  const codes = [...findings, ...limits].map(({ code }) => code);
  const file = { sha256: capture.sha256, findings: [...new Set(codes)].sort() };
  return { flows, file, captured: capturedWhole(lister.end().flows) };
}

function capturedWhole(flows: FlowSummary[]): Captured {
  return {
    firstAt: flows.reduce((first, { firstAt }) => Math.min(first, firstAt), Number.POSITIVE_INFINITY),
    lastAt: flows.reduce((last, { lastAt }) => Math.max(last, lastAt), Number.NEGATIVE_INFINITY),
    flows,
  };
}

/** The candidates: never the first flow itself, and among "all" none that is too short to say anything. */
function chosen(flows: PacketFlow[], wanted: ChosenFlows, firstFlow: string | undefined): PacketFlow[] {
  const others = flows.filter(({ summary }) => summary.id !== firstFlow);
  if (wanted !== "all") return others;
  return others.filter(({ at }) => at.length >= FEWEST_PACKETS).slice(0, MAX_CANDIDATES);
}
