import type { DecodedWord, Decoder, IndexedTimes, PairPlan } from "./watermark";
import { createWordReader } from "./word-reader";

/**
 * What a flow says by a plan: each bit is 1 where the spacings of its group one are wider, on average, than those of its
 * group two. Pairs of which a packet is missing (NaN) are left out. Whoever reads many flows uses createWordReader.
 */
export function decodeWord(times: IndexedTimes, plan: PairPlan, decoder: Decoder): DecodedWord {
  const reader = createWordReader(plan);
  reader.load(times, decoder);
  return reader.read(0);
}
