import type { BestLag } from "./best-lag";

/** Fewer packets are not compared. */
export const LEAST_PACKETS = 200;

/** What two flows show of each other, before a model weighs it. */
export type TimingEvidence = {
  /** Packets of the second flow minus packets of the first. */
  lagPackets: number;
  /** Early and late packets of both flows at the best lag; absent where there is no rhythm to be early against. */
  jitter?: BestLag;
  /** Standard deviations that `jitter` would show if this were one stream, by the jitter of both flows. */
  expected: number;
  /** Share of the silences that stand after the same packets, */
  silences?: number;
  /** and the share when lost packets are allowed for. */
  silencesFollowed?: number;
  /** Share of packets whose sizes agree. */
  sizes?: number;
};
