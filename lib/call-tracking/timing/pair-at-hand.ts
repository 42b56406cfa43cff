import type { SendingJitter } from "./sending-jitter";
import { type Silences, silencesOf } from "./silences";
import { sizeSeriesOf } from "./size-series";
import type { TimingFlow } from "./timing-flow";

/** A flow with all that does not depend on the other. */
export type Prepared = { flow: TimingFlow; sizes: Float64Array; silences: Silences };

/** Everything about one pair at hand. */
export type Pair = {
  first: Prepared;
  second: Prepared;
  jitter: { first: SendingJitter; second: SendingJitter };
};

export function preparedFlow(flow: TimingFlow): Prepared {
  return { flow, sizes: sizeSeriesOf(flow.bytes), silences: silencesOf(flow) };
}
