import type { Block } from "@/lib/platform/pdf/description";

/** A drawing with two axes. `alt` says in words what it shows; its numbers stand in a table beside it. */
export type Plot = {
  kind: "plot";
  /** How to read it, printed above. */
  about: string;
  alt: string;
  /** Height of the field between the axes, in points. */
  height: number;
  x: Axis;
  y: Axis;
  layers: readonly Layer[];
};

export type Axis = { from: number; to: number; ticks: readonly Tick[]; title: string };
export type Tick = { at: number; text: string };
export type Tone = "ink" | "soft" | "hair" | "accent";

/** What is drawn, the first below. Places are in the units of the axes, sizes of dots in points. */
export type Layer =
  | { shape: "dots"; tone: Tone; size: number; points: readonly Point[] }
  /** Bars from zero; an open one is only outlined. */
  | { shape: "bars"; tone: Tone; width: number; bars: readonly PlotBar[] }
  | { shape: "level"; tone: Tone; at: number }
  | { shape: "upright"; tone: Tone; at: number; text: string };
export type Point = { x: number; y: number };
export type PlotBar = Point & { isOpen?: boolean };

/** What a comparison's pages are made of: the blocks of the document kit, and plots. */
export type AnnexBlock = Block | Plot | Together;

/** Turns the page unless so many points are left on it: what follows is to be seen at once. */
export type Together = { kind: "together"; height: number };

/** The blocks that every document of the house can draw. The tables beside the plots hold the same numbers. */
export function* withoutPlots(blocks: Iterable<AnnexBlock>): Generator<Block> {
  for (const block of blocks) if (block.kind !== "plot" && block.kind !== "together") yield block;
}
