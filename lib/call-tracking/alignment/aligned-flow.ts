import type { IndexedTimes } from "../watermark/watermark";

export const alignedBy = ["sequence", "order"] as const;
/** By RTP sequence numbers, or by the order and times of packets where no numbers can be read. */
export type AlignedBy = (typeof alignedBy)[number];

/** A captured flow laid onto the indexes of a watermark's plan. */
export type AlignedFlow = {
  times: IndexedTimes;
  by: AlignedBy;
  /** Index in the plan of the first packet captured; negative when the capture began before the plan. */
  firstIndex: number;
  /** Starts that were tried before this one was chosen, without looking at the word. */
  tried: number;
  /** Packets of the plan that the capture holds. */
  found: number;
  duplicates: number;
  /** Frames that a relay joined in each packet; times of those that were not the last in one are put evenly between. */
  joined?: number;
  /** Rate of the capture's clock against the plan's spacing, in parts per million, where it could be estimated. */
  driftPpm?: number;
};
