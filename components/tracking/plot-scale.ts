/** A drawing in units that the page stretches: 320 by `height`, with room for words at its edges. */
export const PLOT_WIDTH = 320;
export const PLOT_LEFT = 48;
export const PLOT_RIGHT = 312;

type Span = { from: number; to: number };

/** Maps a span of values onto a span of the drawing; a span without width is mapped onto its middle. */
export function scaleOf(values: Span, drawn: Span): (value: number) => number {
  const width = values.to - values.from;
  if (width === 0) return () => (drawn.from + drawn.to) / 2;
  return (value) => round(drawn.from + ((value - values.from) / width) * (drawn.to - drawn.from));
}

/** Square roots, from 0: one of a thousand can still be seen. */
export function rootScaleOf(most: number, drawn: Span): (value: number) => number {
  const scale = scaleOf({ from: 0, to: Math.sqrt(Math.max(most, Number.MIN_VALUE)) }, drawn);
  return (value) => scale(Math.sqrt(Math.max(0, value)));
}

/** Round values from 0 to `most`, about `count` of them. */
export function ticksTo(most: number, count: number): number[] {
  if (!(most > 0)) return [0];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((unit) => unit * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

/** Two digits behind the point are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** One path of lines without length at the given places: their round ends are the dots. */
export function dotsPath(places: readonly { x: number; y: number }[]): string {
  return places.map(({ x, y }) => `M${x} ${y}h0`).join("");
}
