import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { ComparisonInput } from "./comparison-input";
import { createExaminer, type Evidence } from "./examine-candidate";

export type OnProgress = (done: number, of: number) => void;

/** What is found out about each candidate by itself, in their order. It can be handed from one thread to another. */
export function examineCandidates(
  { first, watermark, settings }: Pick<ComparisonInput, "first" | "watermark" | "settings">,
  candidates: readonly PacketFlow[],
  onProgress: OnProgress = () => undefined,
): Evidence[] {
  const { clockErrorSeconds } = settings;
  const examine = createExaminer({ first: first?.flow, watermark, clockErrorSeconds });
  return candidates.map((flow, place) => {
    const evidence = examine(flow);
    onProgress(place + 1, candidates.length);
    return evidence;
  });
}
