import type { CandidateResult, ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { chanceText, expectedText } from "./chance-text";
import { leadingCandidate } from "./leading-candidate";

/** The answer in words: one sentence for the verdict, then the numbers it rests on. */
export function ResultAnswer({ result }: { result: ComparisonResult }) {
  const [lead, ...rest] = answerSentences(result);
  return (
    <>
      <p className="lead">{lead}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/** The sentences of the answer, the verdict first. */
export function answerSentences(result: ComparisonResult): string[] {
  const isUnseen = result.watermark?.lookedAt === 0;
  return [...verdictSentences(result), ...(isUnseen ? [texts("tracking.answers")("notLooked")] : [])];
}

function verdictSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.answers");
  const best = leadingCandidate(result);
  const { word } = result.verdict;
  if (word === "match") return matchSentences(result, best);
  if (word === "no-match") return [words("no-match"), ...closestSentence(result, best)];
  if (word === "same-stream") return [words("same-stream"), ...streamSentence(best)];
  if (word === "compatible") return compatibleSentences(result, best);
  if (word === "not-compatible") return [words("not-compatible"), ...timingSentences(result, best)];
  return [words("cannot-tell"), ...(result.findings.length > 0 ? [] : [words("cannotTellWhy")])];
}

function matchSentences(result: ComparisonResult, best?: CandidateResult): string[] {
  const words = texts("tracking.answers");
  const { mark } = best ?? {};
  const { parameters, lookedAt } = result.watermark ?? {};
  if (!mark || !parameters) return [];
  const count = result.verdict.candidates ?? 1;
  const values = { count, distance: mark.distance, bits: parameters.bits };
  return [
    words(count > 1 ? "matchMany" : "match", values),
    words("matchChance", { chance: chanceText(mark.falseMatch) }),
    words("matchExpected", {
      count: lookedAt ?? result.candidates.length,
      expected: expectedText(mark.expectedFalseMatches),
    }),
  ];
}

function closestSentence({ watermark }: ComparisonResult, best?: CandidateResult): string[] {
  if (!watermark || !best?.mark) return [];
  const { parameters, threshold } = watermark;
  const values = { distance: best.mark.distance, bits: parameters.bits, threshold };
  return [texts("tracking.answers")("noMatchClosest", values)];
}

function streamSentence(best?: CandidateResult): string[] {
  if (!best?.stream) return [];
  const { sharedPackets: shared, agreeingPackets: agreeing } = best.stream;
  return [texts("tracking.answers")("sameStreamCount", { shared, agreeing })];
}

function compatibleSentences(result: ComparisonResult, best?: CandidateResult): string[] {
  const words = texts("tracking.answers");
  const { candidates: count = 1 } = result.verdict;
  return [
    count > 1 ? words("compatibleMany", { count }) : words("compatible"),
    ...timingSentences(result, best),
    words("timingNever"),
  ];
}

function timingSentences(result: ComparisonResult, best?: CandidateResult): string[] {
  const words = texts("tracking.answers");
  if (!best?.timing) return [];
  const { timing, expectedTimingMatches } = best;
  const count = result.candidates.filter((candidate) => candidate.timing).length;
  return [
    timing.falseMatch === 0
      ? words("timingNone")
      : words("timingShare", { chance: chanceText(timing.falseMatch) }),
    ...(expectedTimingMatches
      ? [words("timingExpected", { count, expected: expectedText(expectedTimingMatches) })]
      : []),
  ];
}
