import { medianInPlace } from "../watermark/median";
import type { BestLag } from "./best-lag";
import type { SendingJitter } from "./sending-jitter";
import type { SilenceAgreement } from "./silences";

/** Agreement from which on a lag is believed. */
const BELIEVED_STRENGTH = 1;
const BELIEVED_SHARE = 0.5;

/** Whether early and late packets agree beyond chance. */
export function isCarried(jitter: BestLag | undefined): jitter is BestLag {
  return jitter !== undefined && jitter.strength > BELIEVED_STRENGTH;
}

/** The lags that different measures say; the first that says it clearly is believed, and without any the starts agree. */
export function packetLagOf(
  found: { jitter?: BestLag; sizes?: BestLag; silences?: SilenceAgreement },
  jitter: { first: SendingJitter; second: SendingJitter },
): number {
  const { sizes, silences } = found;
  if (sizes && sizes.correlation >= BELIEVED_SHARE) return sizes.lag;
  if (isCarried(found.jitter)) return lagOnGrid(jitter, found.jitter.lag);
  if (silences && silences.share >= BELIEVED_SHARE) return silences.lag;
  return 0;
}

/** A lag on the grid in packets: the median, as silences and losses make it differ from packet to packet. */
function lagOnGrid(
  { first, second }: { first: SendingJitter; second: SendingJitter },
  gridLag: number,
): number {
  const lags = new Float64Array(first.slots.length);
  let count = 0;
  let other = 0;
  for (let place = 0; place < first.slots.length; place++) {
    const wanted = (first.slots[place] ?? 0) + gridLag;
    while (other < second.slots.length && (second.slots[other] ?? 0) < wanted) other++;
    if (second.slots[other] === wanted) lags[count++] = other - place;
  }
  return count === 0 ? 0 : Math.round(medianInPlace(lags, count));
}
