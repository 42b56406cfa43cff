/**
 * A timing watermark after Wang, Chen and Jajodia (CCS 2005): pairs of packets chosen by a key are delayed a little, so
 * that the mean difference of their spacings says one bit.
 */
export type WatermarkParameters = {
  /** Length of the word, in bits (l). */
  bits: number;
  /** Differences averaged for each bit (r); a bit takes 2r pairs. */
  redundancy: number;
  /** Packets between the two of a pair (d). */
  distance: number;
  /** Delay of a chosen packet, in milliseconds (a). */
  shiftMs: number;
  /** The first packets of the flow among which the pairs are chosen (n). At least 4 * bits * redundancy + distance. */
  packets: number;
};

export type Watermark = {
  parameters: WatermarkParameters;
  /** 32 secret bytes: which packets are chosen follows from them. */
  key: Uint8Array;
  /** The word, one entry of 0 or 1 for each bit. */
  word: Uint8Array;
};

/**
 * Which packets carry which bit. `pairs[2 * r * bit + k]` is the index z of the first packet of a pair (z, z + distance):
 * for each bit first the r pairs of group one, then the r of group two. No packet is in two pairs.
 */
export type PairPlan = { parameters: WatermarkParameters; pairs: Int32Array };

/** Times of packets by their index in the marked flow, in microseconds; NaN where a packet was lost or never seen. */
export type IndexedTimes = Float64Array;

export const decoders = ["mean", "clipped", "weighted"] as const;
/**
 * The paper's mean of the differences; the mean of clipped spacings, which outliers cannot move; or the mean of spacings
 * that count the less the further out they are, which outliers do not even blur.
 */
export type Decoder = (typeof decoders)[number];

/** What a decoder reads from a flow. */
export type DecodedWord = {
  decoder: Decoder;
  bits: Uint8Array;
  /** Mean difference of each bit in milliseconds: above zero reads 1. */
  means: Float64Array;
  /** The same in standard errors, estimated from the bit's own differences; 0 where no pair was whole. */
  scores: Float64Array;
  /** Whole pairs of each bit, of 2 * redundancy. */
  pairsUsed: Int32Array;
};
