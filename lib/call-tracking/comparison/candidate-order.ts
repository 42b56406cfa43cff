import { canonicalJson, type Json } from "@/lib/platform/canonical-json";
import type { CandidateResult, VerdictWord } from "./comparison-result";
import { compareTexts } from "./within-limits";

/** Words that say that two flows belong together; the others never point at a candidate. */
const positiveWords: readonly VerdictWord[] = ["match", "same-stream", "compatible"];

/** What may still be the far end stands before what does not fit, and nothing is ruled out as a whole while it does. */
const byStrength: readonly VerdictWord[] = [...positiveWords, "no-match", "cannot-tell", "not-compatible"];

/**
 * Best first: by verdict, then by wrong bits, headers and timing. Where all of these are equal, by what the results say,
 * so that the order in which candidates were given never shows.
 */
export function compareCandidates(one: CandidateResult, other: CandidateResult): number {
  return (
    byStrength.indexOf(one.verdict) - byStrength.indexOf(other.verdict) ||
    distanceOf(one) - distanceOf(other) ||
    agreeingOf(other) - agreeingOf(one) ||
    likelihoodOf(other) - likelihoodOf(one) ||
    other.flow.packets - one.flow.packets ||
    compareTexts(one.flow.id, other.flow.id) ||
    compareTexts(canonicalJson(one as Json), canonicalJson(other as Json))
  );
}

/** The strongest word among candidates in their order; whom it points at, and how many have earned it. */
export function overallVerdict(ordered: readonly CandidateResult[]): {
  word: VerdictWord;
  candidate?: number;
  candidates?: number;
} {
  const [best] = ordered;
  if (!best || best.verdict === "cannot-tell") return { word: "cannot-tell" };
  const candidates = ordered.filter(({ verdict }) => verdict === best.verdict).length;
  return { word: best.verdict, ...(isPositive(best) && { candidate: 0 }), candidates };
}

/** How many candidates agree exactly as well as the best one, where that one is named. */
export function tiedCandidates(ordered: readonly CandidateResult[]): number {
  const [best] = ordered;
  if (!best || !isPositive(best)) return 0;
  return ordered.filter((candidate) => agreesAlike(best, candidate)).length;
}

function isPositive({ verdict }: CandidateResult): boolean {
  return positiveWords.includes(verdict);
}

/** By what the verdict rests on alone: timing does not tell two matches apart. */
function agreesAlike(best: CandidateResult, other: CandidateResult): boolean {
  if (best.verdict !== other.verdict) return false;
  if (best.verdict === "match") return distanceOf(best) === distanceOf(other);
  if (best.verdict === "same-stream") return agreeingOf(best) === agreeingOf(other);
  return likelihoodOf(best) === likelihoodOf(other);
}

const distanceOf = ({ mark }: CandidateResult): number => (mark ? mark.distance : 1e6);
const agreeingOf = ({ stream }: CandidateResult): number => stream?.agreeingPackets ?? 0;
const likelihoodOf = ({ timing }: CandidateResult): number => timing?.logLikelihoodRatio ?? -1e6;
