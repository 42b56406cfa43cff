import type { WatermarkParameters } from "../watermark/watermark";

/** The path that a planned trace has to survive. */
export type TracePath = {
  packetsPerSecond: number;
  /** Standard deviation of one packet's delay, in milliseconds. */
  jitterMs: number;
  /** Share of packets lost, 0 to below 1. */
  loss: number;
  /** Mean delay: shown, and without effect, since it moves every packet alike. */
  delayMs: number;
};

/** What a plan promises, by the theory of the paper. */
export type TracePlan = {
  parameters: WatermarkParameters;
  callSeconds: number;
  threshold: number;
  /** Chance that one bit is read right, that the marked call is found, and that one other flow is taken for it. */
  bitAccuracy: number;
  detection: number;
  falseMatch: number;
  expectedFalseMatches: number;
  warnings: PlanWarning[];
};

export const planWarningCodes = [
  "HEARD", // the shift is as long as a listener's buffer: it may be heard
  "SHOWS", // the shift is large beside the jitter: somebody who looks at the spacings sees it
  "TOO_SHORT", // the call is too short for any plan that reaches the rates
  "LOSS", // so much is lost that pairs become few
  "PUSHES", // the shift is longer than the spacing: packets behind are pushed too, and nothing is gained
] as const;
export type PlanWarningCode = (typeof planWarningCodes)[number];
/**
 * `packets`: about how many packets an observer would need to notice (SHOWS). `seconds`: the shortest call that would
 * do, absent where none of two hours would (TOO_SHORT).
 */
export type PlanWarning = { code: PlanWarningCode; packets?: number; seconds?: number };
