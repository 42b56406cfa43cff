import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { ComparisonInput } from "./comparison-input";
import { createExaminer, type Evidence } from "./examine-candidate";

export type OnProgress = (done: number, of: number) => void;

/** What is found out about each candidate by itself, in their order. It can be handed from one thread to another. */
export function examineCandidates(
  { first, second, watermark, settings }: ComparisonInput,
  candidates: readonly PacketFlow[],
  onProgress: OnProgress = () => undefined,
): Evidence[] {
  const { clockErrorSeconds } = settings;
  const captured = first?.captured && second.captured && { first: first.captured, second: second.captured };
  const examine = createExaminer({ first: first?.flow, watermark, clockErrorSeconds, captured });
  return candidates.map((flow, place) => {
    const evidence = examine(flow);
    onProgress(place + 1, candidates.length);
    return evidence;
  });
}
