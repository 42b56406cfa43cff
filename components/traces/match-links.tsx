import { texts } from "@/lib/platform/texts";
import type { TraceMatch } from "@/lib/traces/queries";

type Props = { matches: readonly TraceMatch[]; hrefOf: (match: TraceMatch) => string };

/** The way from a logged call to the calls of network traces that the person said it is. */
export function MatchLinks({ matches, hrefOf }: Props) {
  const words = texts("traces.match");
  if (matches.length === 0) return null;
  return (
    <>
      <h2>{words("traced")}</h2>
      <ul>
        {matches.map((match) => (
          <li key={`${match.traceId} ${match.call}`}>
            <a href={hrefOf(match)}>{words("tracedCall", { number: match.call })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
