import type { Table } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonResult } from "../../comparison/comparison-result";
import { niceTicks } from "../nice-ticks";
import { oneDecimal } from "../number-words";
import type { AnnexBlock, Plot } from "../plot";
import { pictureOf } from "./picture-of";
import { sideBySide } from "./side-by-side";

type Scores = NonNullable<ComparisonResult["timingScores"]>;
type Counted = "candidates" | "knownNonPairs";

/** Width of a bar: scores are counted in tenths. */
const STEP = 0.1;

/** How well all flows fit in timing, above; how well known pairs of different calls do, below. */
export function timingPicture(scores: Scores): AnnexBlock[] {
  const words = texts("tracking.annex.pictures.timing");
  return pictureOf(words("title"), plotOf(scores), tableOf(scores));
}

function plotOf(scores: Scores): Plot {
  const words = texts("tracking.annex.pictures.timing");
  const from = Math.min(...scores.map((score) => score.from));
  const to = Math.max(...scores.map((score) => score.from)) + STEP;
  return {
    kind: "plot",
    about: words("about"),
    alt: words("alt", {
      count: sumOf(scores, "candidates"),
      best: bestOf(scores, "candidates"),
      known: sumOf(scores, "knownNonPairs"),
      knownBest: bestOf(scores, "knownNonPairs"),
    }),
    height: 110,
    x: { from: from - STEP, to: to + STEP, ticks: niceTicks(from, to, 8), title: words("x") },
    y: { from: -1.05, to: 1.05, ticks: [{ at: 0, text: "0" }, ...peaksOf(scores)], title: words("y") },
    layers: [
      { shape: "bars", tone: "soft", width: STEP * 0.84, bars: barsOf(scores, "knownNonPairs", -1) },
      { shape: "bars", tone: "accent", width: STEP * 0.84, bars: barsOf(scores, "candidates", 1) },
    ],
  };
}

/** Each side is drawn to its own highest bar. */
function barsOf(scores: Scores, counted: Counted, side: 1 | -1) {
  const most = Math.max(1, mostOf(scores, counted));
  return scores.map((score) => ({ x: score.from + STEP / 2, y: side * Math.sqrt(score[counted] / most) }));
}

function peaksOf(scores: Scores) {
  const peak = (counted: Counted, at: number) => {
    const most = mostOf(scores, counted);
    return most > 0 ? [{ at, text: most.toLocaleString("en-GB") }] : [];
  };
  return [...peak("candidates", 1), ...peak("knownNonPairs", -1)];
}

function mostOf(scores: Scores, counted: Counted): number {
  return scores.reduce((most, score) => Math.max(most, score[counted]), 0);
}

function sumOf(scores: Scores, counted: Counted): number {
  return scores.reduce((sum, score) => sum + score[counted], 0);
}

function bestOf(scores: Scores, counted: Counted): string {
  const held = scores.filter((score) => score[counted] > 0).map((score) => score.from);
  return held.length > 0 ? oneDecimal(Math.max(...held)) : "–";
}

function tableOf(scores: Scores): Table {
  const words = texts("tracking.annex.pictures.timing");
  const right = "right" as const;
  const columns = [
    { title: words("from"), share: 4, align: right },
    { title: words("flows"), share: 3, align: right },
    { title: words("known"), share: 4, align: right },
  ];
  const rows = scores
    .filter(({ candidates, knownNonPairs }) => candidates + knownNonPairs > 0)
    .map((score) => [oneDecimal(score.from), String(score.candidates), String(score.knownNonPairs)]);
  return sideBySide(columns, rows, 4);
}
