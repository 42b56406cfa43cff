import { texts } from "@/lib/platform/texts";
import type { CandidateResult, ComparisonResult } from "../comparison/comparison-result";
import { leadingPlace } from "./leading-place";
import { chanceWords, smallNumber } from "./number-words";

/** The answer with the numbers it rests on; never more than the verdict that was earned. */
export function answerSentences(result: ComparisonResult): string[] {
  return [...verdictSentences(result), ...othersSentence(result)];
}

function verdictSentences(result: ComparisonResult): string[] {
  const { word } = result.verdict;
  if (word === "match") return matchSentences(result);
  if (word === "no-match") return noMatchSentences(result);
  if (word === "same-stream") return streamSentences(result);
  if (word === "compatible") return compatibleSentences(result);
  if (word === "not-compatible") return notCompatibleSentences(result);
  return [texts("tracking.annex.answer")("cannot-tell")];
}

function matchSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.annex.answer");
  const { mark } = leading(result);
  const { watermark, verdict } = result;
  if (!mark || !watermark) return [];
  const count = verdict.candidates ?? 1;
  const { bits } = watermark.parameters;
  const values = { count, number: leadingPlace(result) + 1, distance: mark.distance, bits };
  return [
    words(count > 1 ? "matchMany" : "match", values),
    words("matchChance", {
      probability: smallNumber(mark.falseMatch),
      words: chanceWords(mark.falseMatch),
      count: markedCount(result),
      expected: smallNumber(mark.expectedFalseMatches),
    }),
  ];
}

function noMatchSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.annex.answer");
  const { mark } = leading(result);
  const { watermark } = result;
  const said = words("no-match", { count: markedCount(result) });
  if (!mark || !watermark) return [said];
  const { threshold, parameters } = watermark;
  return [said, words("closest", { distance: mark.distance, bits: parameters.bits, threshold })];
}

function streamSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.annex.answer");
  const { stream } = leading(result);
  if (!stream) return [words("same-stream")];
  const { sharedPackets: shared, agreeingPackets: agreeing } = stream;
  return [words("same-stream"), words("streamCount", { shared, agreeing })];
}

function compatibleSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.annex.answer");
  const { candidates: count = 1 } = result.verdict;
  const values = { count, number: leadingPlace(result) + 1 };
  return [
    words(count > 1 ? "compatibleMany" : "compatible", values),
    ...timingSentences(result),
    words("timingNever"),
  ];
}

function notCompatibleSentences({ candidates }: ComparisonResult): string[] {
  const count = candidates.filter(({ verdict }) => verdict === "not-compatible").length;
  return [texts("tracking.annex.answer")("not-compatible", { count })];
}

/** An answer about some flows is none about those of which nothing can be said. */
function othersSentence({ verdict, candidates }: ComparisonResult): string[] {
  const count = candidates.filter((candidate) => candidate.verdict === "cannot-tell").length;
  if (count === 0 || verdict.word === "cannot-tell") return [];
  return [texts("tracking.annex.answer")("others", { count })];
}

/** How often different calls fit as well. A share of none is not a probability of zero. */
function timingSentences(result: ComparisonResult): string[] {
  const words = texts("tracking.annex.answer");
  const { timing, expectedTimingMatches } = leading(result);
  if (!timing) return [];
  if (timing.falseMatch === 0) return [words("timingNone")];
  const count = comparedCount(result);
  const expected = smallNumber(expectedTimingMatches ?? timing.falseMatch * count);
  const probability = smallNumber(timing.falseMatch);
  return [words("timingChance", { probability, words: chanceWords(timing.falseMatch), count, expected })];
}

function leading(result: ComparisonResult): Partial<CandidateResult> {
  return result.candidates[leadingPlace(result)] ?? {};
}

/** Flows in which the watermark could be looked for. */
export function markedCount({ watermark, candidates }: ComparisonResult): number {
  return watermark?.lookedAt ?? candidates.filter(({ mark }) => mark).length;
}

function comparedCount({ candidates }: ComparisonResult): number {
  return candidates.filter(({ timing }) => timing).length;
}
