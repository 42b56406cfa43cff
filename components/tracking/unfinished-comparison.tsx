import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import { texts } from "@/lib/platform/texts";
import { type UnfinishedProps, UnfinishedWork } from "./unfinished-work";

type Props = UnfinishedProps & { comparison: { state: ReadingState; fault?: ReadingFault } };

/** A comparison that waits for its turn, or that stopped or failed. */
export function UnfinishedComparison({ comparison, ...rest }: Props) {
  const words = texts("tracking.progress");
  const said = { waiting: words("waiting"), stopped: words("stopped"), again: words("again") };
  return <UnfinishedWork work={comparison} words={said} {...rest} />;
}
