// Which bytes of a TCP direction the capture has shown already (RFC 9293 section 3.4: numbers wrap around).

/** `next` is the number after the furthest byte seen; `holes` are begin and end of what was passed over, in pairs. */
export type TcpProgress = { next: number; holes: number[] };

/** No usual window holds more, so what lies further off belongs to another connection. */
const furthest = 16_777_216;
const mostHoles = 32;

export function newProgress(next: number): TcpProgress {
  return { next, holes: [] };
}

/** Whether the segment holds a byte that was not seen before; a retransmission does not. */
export function bringsNew(progress: TcpProgress, sequence: number, bytes: number): boolean {
  const ahead = (sequence - progress.next) | 0;
  if (Math.abs(ahead) > furthest) restart(progress, sequence);
  else if (ahead > 0) addHole(progress, sequence);
  else if (ahead + bytes <= 0) return fillsHole(progress, sequence, bytes);
  progress.next = (sequence + bytes) >>> 0;
  return true;
}

function restart(progress: TcpProgress, sequence: number): void {
  progress.next = sequence;
  progress.holes = [];
}

function addHole({ next, holes }: TcpProgress, sequence: number): void {
  if (holes.length >= 2 * mostHoles) holes.splice(0, 2);
  holes.push(next, sequence);
}

function fillsHole({ holes }: TcpProgress, sequence: number, bytes: number): boolean {
  for (let at = 0; at < holes.length; at += 2) {
    const from = holes[at] ?? 0;
    const to = holes[at + 1] ?? 0;
    const begin = Math.max(0, (sequence - from) | 0);
    const end = Math.min((to - from) | 0, (sequence + bytes - from) | 0);
    if (begin >= end) continue;
    holes.splice(at, 2, ...rests(from, to, begin, end));
    return true;
  }
  return false;
}

/** What stays open of a hole, in pairs. */
function rests(from: number, to: number, begin: number, end: number): number[] {
  const open: number[] = [];
  if (begin > 0) open.push(from, (from + begin) >>> 0);
  if (((to - from) | 0) > end) open.push((from + end) >>> 0, to);
  return open;
}
