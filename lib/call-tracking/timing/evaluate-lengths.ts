import type { ScoredPair } from "./evaluate-model";
import { lengthWeights } from "./stand-out";

export type LengthMeasure = {
  /** Lengths of the flows compared, or of both directions of their calls. */
  lengths: "lengths" | "lengthsBothWays";
  /** Whether the other candidates of the same first flow tell how common such agreement is. */
  hasCohort: boolean;
};

/** Adds to each score what the lengths say if all captures hold their calls whole. */
export function scoreWithLengths(
  scored: readonly ScoredPair[],
  { lengths, hasCohort }: LengthMeasure,
): ScoredPair[] {
  const ofFirst = new Map<string, ScoredPair[]>();
  for (const one of scored) {
    const key = `${one.firstCall}\n${one.firstDirection}`;
    ofFirst.set(key, [...(ofFirst.get(key) ?? []), one]);
  }
  return [...ofFirst.values()].flatMap((candidates) => {
    const together = lengthWeights(candidates.map((one) => one[lengths]));
    return candidates.map((one, place) => {
      const [alone] = lengthWeights([one[lengths]]);
      return { ...one, score: one.score + ((hasCohort ? together[place] : alone) ?? 0) };
    });
  });
}
