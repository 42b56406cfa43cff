/**
 * Some of the gaps between the packets of a flow, each gap as likely to be among them as any other (Vitter's algorithm
 * R). The numbers that choose are the same for every flow, so the same capture gives the same sample.
 */
export type GapSample = { gaps: Float32Array; seen: number; choice: number };

const room = 255;
const firstChoice = 0x2545_f491;

export function noGaps(): GapSample {
  return { gaps: new Float32Array(room), seen: 0, choice: firstChoice };
}

/** Takes a gap in microseconds; a step back counts as no gap at all. */
export function takeGap(sample: GapSample, microseconds: number): void {
  const place = sample.seen < room ? sample.seen : nextChoice(sample) % (sample.seen + 1);
  if (place < room) sample.gaps[place] = Math.max(0, microseconds);
  sample.seen += 1;
}

/** Marsaglia's xorshift of 32 bits. */
function nextChoice(sample: GapSample): number {
  let choice = sample.choice;
  choice ^= choice << 13;
  choice ^= choice >>> 17;
  choice ^= choice << 5;
  sample.choice = choice;
  return choice >>> 0;
}

/** In milliseconds; exact up to 255 gaps, and within a tenth of the gaps' spread beyond. None without gaps. */
export function medianGapMs({ gaps, seen }: GapSample): number | undefined {
  const held = Math.min(seen, room);
  if (held === 0) return undefined;
  const inOrder = gaps.slice(0, held).sort();
  const lower = inOrder[(held - 1) >> 1] ?? 0;
  const upper = inOrder[held >> 1] ?? 0;
  return Math.round((lower + upper) / 2) / 1_000;
}
