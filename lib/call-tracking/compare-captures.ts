import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import type { FlowFinding } from "@/lib/captures/flows/flow-finding";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { compareFlows } from "./comparison/compare-flows";
import type { ComparedFile, ComparisonResult, ComparisonSettings } from "./comparison/comparison-result";
import type { ChosenFlows } from "./comparison-request";
import { readPackets } from "./read-packets";
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
      ...(one && flow && { first: { file: one.file, flow } }),
      second: { file: other.file, flows: candidates, flowsInFile: other.flows.length },
      ...(watermark && { watermark }),
      settings,
    },
    (done, total) => tell({ done, total }),
  );
}

type Collected = { flows: PacketFlow[]; file: ComparedFile; limits: FlowFinding[] };

async function collect(capture: CaptureSource, wanted: ChosenFlows): Promise<Collected> {
  const collector = createFlowCollector(wanted === "all" ? "all" : new Set(wanted));
  const { findings } = await readPackets(capture.read(), collector.sink);
  const { flows, findings: limits } = collector.end();
  const codes = [...findings, ...limits].map(({ code }) => code);
  return { flows, limits, file: { sha256: capture.sha256, findings: [...new Set(codes)].sort() } };
}

/** The candidates: never the first flow itself, and among "all" none that is too short to say anything. */
function chosen(flows: PacketFlow[], wanted: ChosenFlows, firstFlow: string | undefined): PacketFlow[] {
  const others = flows.filter(({ summary }) => summary.id !== firstFlow);
  if (wanted !== "all") return others;
  return others.filter(({ at }) => at.length >= FEWEST_PACKETS).slice(0, MAX_CANDIDATES);
}
