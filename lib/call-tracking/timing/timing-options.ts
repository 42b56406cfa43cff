/** What is known of two captures beside their packets. */
export type TimingOptions = {
  /** How far the clocks of the two captures may be apart, in seconds; without it every lag is tried. */
  clockErrorSeconds?: number;
  /** Both captures are known to hold the call from its first to its last packet. */
  wholeCalls?: boolean;
};
