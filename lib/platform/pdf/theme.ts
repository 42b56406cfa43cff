import type { FaceName } from "./typeface";

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

export const colours = {
  ink: [0.1, 0.11, 0.13],
  soft: [0.33, 0.36, 0.39],
  hair: [0.78, 0.8, 0.82],
  accent: [0.04, 0.34, 0.37],
  wash: [0.945, 0.96, 0.96],
} as const satisfies Record<string, Colour>;

/** Sizes in points; `before` and `after` are the white above and below. */
export type TextStyle = {
  face: FaceName;
  size: number;
  leading: number;
  before: number;
  after: number;
  colour: Colour;
};

const base: TextStyle = { face: "text", size: 10, leading: 15, before: 0, after: 8, colour: colours.ink };

export const styles = {
  h1: { ...base, face: "bold", size: 22, leading: 28, after: 12 },
  h2: { ...base, face: "bold", size: 14, leading: 19, before: 20, after: 8, colour: colours.accent },
  h3: { ...base, face: "bold", size: 10.5, leading: 15, before: 12, after: 3 },
  subject: { ...base, face: "bold", size: 12, leading: 17, before: 4, after: 10 },
  body: base,
  lead: { ...base, size: 12, leading: 18, after: 10, colour: colours.soft },
  small: { ...base, size: 8.5, leading: 12.5, after: 6, colour: colours.soft },
  label: { ...base, face: "bold", size: 8.5, leading: 12, after: 2, colour: colours.accent },
  address: { ...base, after: 16 },
  quote: { ...base, size: 11, leading: 16.5, after: 2 },
  source: { ...base, size: 8.5, leading: 12.5, after: 10, colour: colours.soft },
  cell: { ...base, size: 8, leading: 11.5, after: 0 },
  cellHead: { ...base, face: "bold", size: 8, leading: 11, after: 0, colour: colours.soft },
  rowHead: { ...base, face: "bold", size: 8, leading: 11.5, after: 0 },
  mono: { ...base, face: "mono", size: 7.5, leading: 11.5, after: 0 },
  factName: { ...base, size: 9, leading: 13.5, after: 0, colour: colours.soft },
  fact: { ...base, size: 10, leading: 13.5, after: 0 },
  factMono: { ...base, face: "mono", size: 8, leading: 13.5, after: 0 },
  running: { ...base, size: 7.5, leading: 10, after: 0, colour: colours.soft },
  chartValue: { ...base, face: "bold", size: 7.5, leading: 10, after: 0 },
  chartLabel: { ...base, size: 7, leading: 9, after: 0, colour: colours.soft },
} as const satisfies Record<string, TextStyle>;

/** A4 and US Letter in points, with the white around the text. */
export const papers = {
  A4: { size: "A4", width: 595.28, height: 841.89 },
  Letter: { size: "LETTER", width: 612, height: 792 },
} as const;

export const margins = { top: 68, bottom: 72, left: 64, right: 64 };

/** Running text is set no wider than this, about 66 to 80 letters. */
export const measure = 416;
