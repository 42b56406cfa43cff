import type { Table } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonPlots } from "../../comparison/comparison-result";
import { niceTicks } from "../nice-ticks";
import { oneDecimal } from "../number-words";
import type { AnnexBlock, Plot } from "../plot";
import { pictureOf } from "./picture-of";
import { sideBySide } from "./side-by-side";

type Delays = NonNullable<ComparisonPlots["delay"]>;

/** Stretches of equal length into which the table gathers the dots. */
const STRETCHES = 20;

/** The delay of each packet above the smallest, over time. */
export function delayPicture(delays: Delays): AnnexBlock[] {
  const words = texts("tracking.annex.pictures.delay");
  return pictureOf(words("title"), plotOf(delays), tableOf(delays));
}

function plotOf(delays: Delays): Plot {
  const words = texts("tracking.annex.pictures.delay");
  const seconds = Math.max(1, lastOf(delays));
  const sorted = sortedDelays(delays);
  const most = Math.max(1, sorted.at(-1) ?? 0);
  const points = delays.map(({ seconds, milliseconds }) => ({ x: seconds, y: milliseconds }));
  return {
    kind: "plot",
    about: words("about"),
    alt: words("alt", {
      count: delays.length,
      seconds: oneDecimal(seconds),
      middle: oneDecimal(middleOf(sorted)),
      most: oneDecimal(sorted.at(-1) ?? 0),
    }),
    height: 130,
    x: { from: 0, to: seconds, ticks: niceTicks(0, seconds, 8), title: words("x") },
    y: { from: 0, to: most * 1.05, ticks: niceTicks(0, most, 4), title: words("y") },
    layers: [{ shape: "dots", tone: "accent", size: 1.7, points }],
  };
}

function tableOf(delays: Delays): Table {
  const words = texts("tracking.annex.pictures.delay");
  const right = "right" as const;
  const columns = [
    { title: words("from"), share: 4, align: right },
    { title: words("packets"), share: 3, align: right },
    { title: words("least"), share: 4, align: right },
    { title: words("middle"), share: 4, align: right },
    { title: words("most"), share: 4, align: right },
  ];
  return sideBySide(columns, stretchRows(delays), 2);
}

function stretchRows(delays: Delays): string[][] {
  const length = Math.max(1, lastOf(delays)) / STRETCHES;
  const stretches = Array.from({ length: STRETCHES }, (): Delays => []);
  for (const delay of delays) {
    const stretch = Math.max(0, Math.min(STRETCHES - 1, Math.floor(delay.seconds / length)));
    stretches[stretch]?.push(delay);
  }
  return stretches.flatMap((some, stretch) => {
    const sorted = sortedDelays(some);
    if (sorted.length === 0) return [];
    const [least, middle, most] = [sorted[0] ?? 0, middleOf(sorted), sorted.at(-1) ?? 0].map(oneDecimal);
    return [[oneDecimal(stretch * length), String(sorted.length), least ?? "", middle ?? "", most ?? ""]];
  });
}

function lastOf(delays: Delays): number {
  return delays.reduce((last, { seconds }) => Math.max(last, seconds), 0);
}

function sortedDelays(delays: Delays): number[] {
  return delays.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
}

function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
