import type { Table } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonResult } from "../../comparison/comparison-result";
import { niceTicks } from "../nice-ticks";
import { smallNumber } from "../number-words";
import type { AnnexBlock, Layer, Plot } from "../plot";
import { pictureOf } from "./picture-of";
import { rootTicks } from "./root-ticks";
import { sideBySide } from "./side-by-side";

type Mark = NonNullable<ComparisonResult["watermark"]>;

/** How many flows are at which distance from the word, beside what chance alone gives. */
export function distancesPicture(watermark: Mark): AnnexBlock[] {
  const words = texts("tracking.annex.pictures.distances");
  return pictureOf(words("title"), plotOf(watermark), tableOf(watermark));
}

function plotOf({ distances, expectedByChance, threshold }: Mark): Plot {
  const words = texts("tracking.annex.pictures.distances");
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const within = sum(distances.slice(0, threshold + 1));
  const most = Math.max(1, ...distances, ...expectedByChance);
  const last = distances.length - 1;
  return {
    kind: "plot",
    about: words("about"),
    alt: words("alt", { count: sum(distances), within }),
    height: 110,
    x: { from: -0.6, to: last + 0.6, ticks: niceTicks(0, last, 8), title: words("x") },
    y: { from: 0, to: Math.sqrt(most) * 1.05, ticks: rootTicks(most), title: words("y") },
    layers: layersOf({ distances, expectedByChance, threshold }, words("threshold")),
  };
}

function layersOf(
  { distances, expectedByChance, threshold }: Pick<Mark, "distances" | "expectedByChance" | "threshold">,
  text: string,
): Layer[] {
  const heights = (counts: readonly number[]) => counts.map((count, x) => ({ x, y: Math.sqrt(count) }));
  const limit: Layer[] =
    threshold < 0 ? [] : [{ shape: "upright", tone: "ink", at: threshold + 0.5, text: `← ${text}` }];
  return [
    { shape: "bars", tone: "accent", width: 0.7, bars: heights(distances) },
    { shape: "dots", tone: "ink", size: 3, points: heights(expectedByChance) },
    ...limit,
  ];
}

function tableOf({ distances, expectedByChance }: Mark): Table {
  const words = texts("tracking.annex.pictures.distances");
  const columns = [
    { title: words("distance"), share: 3, align: "right" as const },
    { title: words("flows"), share: 3, align: "right" as const },
    { title: words("chance"), share: 5, align: "right" as const },
  ];
  const rows = distances.map((flows, distance) => [
    String(distance),
    String(flows),
    smallNumber(expectedByChance[distance] ?? 0),
  ]);
  return sideBySide(columns, rows, 3);
}
