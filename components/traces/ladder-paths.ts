// The lines of the ladder in the language of SVG paths (https://www.w3.org/TR/SVG2/paths.html), in pixels.

export function lineTo(from: number, to: number, y: number): string {
  return `M${from} ${y}H${to}`;
}

/** Sound: two lines beside the one that a message would take. */
export function twoLinesTo(from: number, to: number, y: number): string {
  return lineTo(from, to, y - 2.5) + lineTo(from, to, y + 2.5);
}

/** Out to the right and back, for a host that speaks to itself. */
export function loopAt(x: number, y: number, reach: number): string {
  return `M${x} ${y - 14}h${reach}v14H${x + 2}`;
}

export function openHead({ back, tip, y }: { back: number; tip: number; y: number }): string {
  return `M${back} ${y - 5}L${tip} ${y}L${back} ${y + 5}`;
}

export function crossAt(x: number, y: number): string {
  return `M${x - 5} ${y - 5}l10 10m0-10l-10 10`;
}
