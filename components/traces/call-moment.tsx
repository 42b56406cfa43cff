import { texts } from "@/lib/platform/texts";
import type { CallStory } from "@/lib/sip/call-story";
import { TraceTime } from "./trace-time";

type Props = { story: Pick<CallStory, "startedAt" | "state">; isCall: boolean; zone: string };

/** When a call began and what became of it, in a line. */
export function CallMoment({ story: { startedAt, state }, isCall, zone }: Props) {
  const told = isCall ? texts("traces.states")(state) : undefined;
  if (startedAt === undefined) return told;
  const time = () => <TraceTime at={startedAt} zone={zone} />;
  const line = told ? texts("traces.callPage").rich("when", { time, state: told }) : time();
  return <span className="call-moment">{line}</span>;
}
