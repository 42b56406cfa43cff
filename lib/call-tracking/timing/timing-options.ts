import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { CaptureSpan } from "./call-length";

/** A whole capture, and its flows where the other direction of a call is to be looked for among them. */
export type WholeCapture = CaptureSpan & { flows?: readonly FlowSummary[] };

/** What is known of two captures beside their packets. */
export type TimingOptions = {
  /** How far the clocks of the two captures may be apart, in seconds; without it every lag is tried. */
  clockErrorSeconds?: number;
  /** The captures that the flows are of; with them the lengths of whole calls are compared. */
  captured?: { first: WholeCapture; second: WholeCapture };
};
