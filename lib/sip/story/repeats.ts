import type { Line } from "./line";

/**
 * Says of each line which earlier one it repeats: the same message between the same ports (RFC 3261 section 17). A 1xx
 * counts only when it is the same to the letter, for a server may tell twice that it is ringing.
 */
export function markRepeats(lines: Line[]): void {
  const first = new Map<string, Line>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = first.get(key);
    if (known) line.repeats = known.number;
    else first.set(key, line);
  }
}

function keyOf({ facts, seen, from, to }: Line): string {
  const { isRequest, method, status, callId, cseq, branch, toTag } = facts;
  const way = [from, seen.source?.port, to, seen.destination?.port].join(" ");
  if (!isRequest && status < 200) return `${way} ${seen.text}`;
  return [way, isRequest, method, status, callId, cseq, branch, toTag].join(" ");
}
