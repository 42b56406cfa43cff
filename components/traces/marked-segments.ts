import type { Finding } from "@/lib/sip/finding";
import type { Range } from "@/lib/sip/range";

/** A piece of a text with the indexes of the findings that point at it. */
export type Segment = { range: Range; findings: number[] };

/**
 * Cuts a text of `length` letters at the edges of its findings, so that marks never overlap: where two findings do, that
 * piece carries both. Empty ranges mark nothing.
 */
export function segmentsOf(length: number, findings: readonly Finding[]): Segment[] {
  const inside = findings
    .map(({ range }, index) => ({
      index,
      start: clamped(range.start, length),
      end: clamped(range.end, length),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (const [place, start] of edges.slice(0, -1).entries()) {
    const end = edges[place + 1] ?? length;
    open = open.filter((one) => one.end > start);
    for (; inside[next] && (inside[next]?.start ?? length) <= start; next += 1)
      open.push(...inside.slice(next, next + 1));
    segments.push({ range: { start, end }, findings: open.map(({ index }) => index).sort((a, b) => a - b) });
  }
  return segments;
}

function clamped(place: number, length: number): number {
  return Math.min(length, Math.max(0, place));
}
