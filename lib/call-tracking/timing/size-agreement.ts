/** Packets that are looked at together, and how far the other flow may slip from one block to the next (losses). */
const BLOCK = 24;
const SLIP = 3;
/** Blocks that are looked at: half a minute at 20 ms tells enough. */
const MOST_BLOCKS = 64;
/** How far it is looked for after blocks that did not agree, and in which of them: in each would take too long. */
const LOST_SLIP = 32;
const LOST_EVERY = 4;
/** Headers on the way do not add or take away more. */
const MOST_ADDED = 255;

/**
 * Share of packets whose sizes differ by what most sizes differ by (headers that were added or taken away on the way), from
 * 0 to 1, beginning at a known lag and following packets that are missing on one side.
 */
export function sizeAgreement(
  first: Uint16Array,
  second: Uint16Array,
  lagPackets: number,
): number | undefined {
  const from = Math.max(0, -lagPackets);
  const usual = usualDifference({ first, second }, { from, lag: lagPackets });
  const unchanged = agreementWith({ first, second }, { from, lag: lagPackets, added: 0 });
  if (usual === 0 || unchanged === undefined || unchanged >= 0.5) return unchanged;
  return Math.max(unchanged, agreementWith({ first, second }, { from, lag: lagPackets, added: usual }) ?? 0);
}

function agreementWith(
  { first, second }: Sizes,
  { from, lag: lagPackets, added }: { from: number; lag: number; added: number },
): number | undefined {
  let lag = lagPackets;
  let lost = 1;
  let agreed = 0;
  let compared = 0;
  const end = Math.min(first.length, from + MOST_BLOCKS * BLOCK);
  for (let start = from; start + BLOCK <= end; start += BLOCK) {
    const slip = lost % LOST_EVERY === 1 ? LOST_SLIP : SLIP;
    const found = bestSlip({ first, second }, { start, lag, added, slip });
    if (start + found.lag + BLOCK > second.length) break;
    const isFound = 2 * found.agreed >= BLOCK;
    if (isFound) lag = found.lag;
    lost = isFound ? 0 : lost + 1;
    agreed += found.agreed;
    compared += BLOCK;
  }
  return compared === 0 ? undefined : agreed / compared;
}

type Sizes = { first: Uint16Array; second: Uint16Array };

/** The commonest difference; of equals the smallest. */
function usualDifference({ first, second }: Sizes, { from, lag }: { from: number; lag: number }): number {
  const counts = new Int32Array(2 * MOST_ADDED + 1);
  const to = Math.min(first.length, second.length - lag);
  for (let k = from; k < to; k++) {
    const place = (second[k + lag] ?? 0) - (first[k] ?? 0) + MOST_ADDED;
    if (place >= 0 && place < counts.length) counts[place] = (counts[place] ?? 0) + 1;
  }
  let best = MOST_ADDED;
  for (let step = 1; step <= MOST_ADDED; step++)
    for (const place of [MOST_ADDED - step, MOST_ADDED + step])
      if ((counts[place] ?? 0) > (counts[best] ?? 0)) best = place;
  return best - MOST_ADDED;
}

function bestSlip({ first, second }: Sizes, at: { start: number; lag: number; added: number; slip: number }) {
  let best = { lag: at.lag, agreed: -1 };
  for (let step = 0; step <= 2 * at.slip; step++) {
    // 0, -1, 1, -2, 2: of equals the least slip.
    const lag = at.lag + (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2);
    const agreed = agreedIn({ first, second }, { start: at.start, lag, added: at.added });
    if (agreed > best.agreed) best = { lag, agreed };
  }
  return best;
}

function agreedIn({ first, second }: Sizes, at: { start: number; lag: number; added: number }): number {
  const { lag, added } = at;
  const from = Math.max(at.start, -lag);
  const to = Math.min(at.start + BLOCK, second.length - lag);
  let agreed = 0;
  for (let k = from; k < to; k++) if ((second[k + lag] as number) - (first[k] as number) === added) agreed++;
  return agreed;
}
