import { distance, type Segment, withoutFirst } from "./tcp-segment";

/** Segments that came before the one they follow, in the order of their bytes, without overlaps. */
export type WaitingSegments = {
  readonly count: number;
  readonly bytes: number;
  /** Capture time since which the first of them has waited. */
  readonly since: number;
  /** Copies the segment. Says whether its bytes disagree with some that wait already; those stay. */
  add(segment: Segment): boolean;
  first(): Segment | undefined;
  shift(): Segment | undefined;
};

export function createWaitingSegments(): WaitingSegments {
  const segments: Segment[] = [];
  let bytes = 0;

  function insert(index: number, segment: Segment): void {
    segments.splice(index, 0, { ...segment, bytes: Buffer.from(segment.bytes) });
    bytes += segment.bytes.length;
  }

  /** Lays what is new of the segment between those that wait. */
  function add(segment: Segment): boolean {
    let rest = segment;
    let differs = false;
    let index = placeOf(segments, segment);
    for (;;) {
      const next = segments[index];
      const room = next ? distance(next.sequence, rest.sequence) : rest.bytes.length;
      if (room > 0 || !next) {
        const isWhole = !next || room >= rest.bytes.length;
        insert(index++, isWhole ? rest : withoutEnd(rest, room));
        if (isWhole) return differs;
        rest = withoutFirst(rest, room);
        continue;
      }
      const overlap = Math.min(rest.bytes.length, next.bytes.length + room);
      differs ||= rest.bytes.compare(next.bytes, -room, overlap - room, 0, overlap) !== 0;
      if (overlap === rest.bytes.length) return differs;
      rest = withoutFirst(rest, overlap);
      index += 1;
    }
  }

  return {
    get count() {
      return segments.length;
    },
    get bytes() {
      return bytes;
    },
    get since() {
      return segments[0]?.at ?? 0;
    },
    add,
    first: () => segments[0],
    shift() {
      const segment = segments.shift();
      bytes -= segment?.bytes.length ?? 0;
      return segment;
    },
  };
}

/** Segments mostly come in order, so the search begins at the end. */
function placeOf(segments: Segment[], { sequence }: Segment): number {
  let index = segments.length;
  for (; index > 0; index--) {
    const before = segments[index - 1];
    if (before && distance(before.sequence, sequence) + before.bytes.length <= 0) break;
  }
  return index;
}

/** The beginning of a segment, which is then not the one that ends the flow. */
function withoutEnd(segment: Segment, bytes: number): Segment {
  return { ...segment, bytes: segment.bytes.subarray(0, bytes), cutBytes: 0, isLast: false };
}
