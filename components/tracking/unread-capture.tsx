import type { ReadingFault, ReadingState } from "@/lib/evidence/reading";
import { texts } from "@/lib/platform/texts";
import { type UnfinishedProps, UnfinishedWork } from "./unfinished-work";

type Props = UnfinishedProps & { capture: { state: ReadingState; fault?: ReadingFault } };

/** A capture that waits for its turn, or whose reading stopped or failed. */
export function UnreadCapture({ capture, ...rest }: Props) {
  const words = texts("tracking.capturePage");
  const said = { waiting: words("waiting"), stopped: words("stopped"), again: words("again") };
  return <UnfinishedWork work={capture} words={said} {...rest} />;
}
