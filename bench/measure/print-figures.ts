export type Figures = Record<string, number | null>;

/** Prints the one line a bench ends with; `reasons` says of each figure that is null why it could not be had. */
export function printFigures(bench: string, figures: Figures, reasons: Record<string, string> = {}): void {
  const rounded = Object.entries(figures).map(([name, figure]) => [name, figure && threeDigits(figure)]);
  const why = Object.entries(reasons).filter(([name]) => figures[name] === null);
  const line = { bench, figures: Object.fromEntries(rounded) };
  console.log(JSON.stringify(why.length > 0 ? { ...line, reasons: Object.fromEntries(why) } : line));
}

/** Three digits that count: more would claim an exactness that no run has. */
export function threeDigits(figure: number): number {
  return Math.abs(figure) >= 100 ? Math.round(figure) : Number(figure.toPrecision(3));
}
