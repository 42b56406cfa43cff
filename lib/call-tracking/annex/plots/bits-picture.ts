import type { Table } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparisonPlots } from "../../comparison/comparison-result";
import type { WatermarkParameters } from "../../watermark/watermark";
import { niceTicks } from "../nice-ticks";
import { twoDecimals } from "../number-words";
import type { AnnexBlock, Plot } from "../plot";
import { pictureOf } from "./picture-of";
import { sideBySide } from "./side-by-side";

type Bits = NonNullable<ComparisonPlots["bits"]>;

/** The word bit by bit: the mean difference of each, and whether it reads as it was marked. */
export function bitsPicture(bits: Bits, { shiftMs }: WatermarkParameters): AnnexBlock[] {
  const words = texts("tracking.annex.pictures.bits");
  return pictureOf(words("title"), plotOf(bits, shiftMs), tableOf(bits));
}

function plotOf(bits: Bits, shiftMs: number): Plot {
  const words = texts("tracking.annex.pictures.bits");
  const most = bits.reduce((far, { meanMs }) => Math.max(far, Math.abs(meanMs)), shiftMs) * 1.1;
  const differ = bits.filter(({ expected, read }) => expected !== read).length;
  const bars = bits.map(({ meanMs, expected, read }, bit) => ({
    x: bit + 1,
    y: meanMs,
    isOpen: expected !== read,
  }));
  const ticks = bits.map((_, bit) => bit + 1).filter((bit) => bit === 1 || bit % 4 === 0);
  return {
    kind: "plot",
    about: words("about"),
    alt: words("alt", { count: bits.length, differ }),
    height: 110,
    x: {
      from: 0.3,
      to: bits.length + 0.7,
      ticks: ticks.map((at) => ({ at, text: String(at) })),
      title: words("x"),
    },
    y: { from: -most, to: most, ticks: niceTicks(-most, most, 4), title: words("y") },
    layers: [
      { shape: "level", tone: "soft", at: shiftMs },
      { shape: "level", tone: "soft", at: -shiftMs },
      { shape: "bars", tone: "accent", width: 0.66, bars },
    ],
  };
}

function tableOf(bits: Bits): Table {
  const words = texts("tracking.annex.pictures.bits");
  const columns = [
    { title: words("bit"), share: 3, align: "right" as const },
    { title: words("expected"), share: 4, align: "right" as const },
    { title: words("read"), share: 3, align: "right" as const },
    { title: words("mean"), share: 5, align: "right" as const },
    { title: words("pairs"), share: 3, align: "right" as const },
  ];
  const rows = bits.map(({ expected, read, meanMs, pairs }, bit) =>
    [bit + 1, expected, read, twoDecimals(meanMs), pairs].map(String),
  );
  return sideBySide(columns, rows, 2);
}
