import { texts } from "@/lib/platform/texts";
import type { Call } from "@/lib/sip/call";

/** Says it where nobody called: a sign-in of a phone, a probe. */
export function NoCall({ kind }: { kind: Exclude<Call["kind"], "call"> }) {
  return (
    <section aria-labelledby="no-call">
      <h2 id="no-call">{texts("traces.callPage")("noCall")}</h2>
      <p className="lead">{texts("traces.kindSentences")(kind)}</p>
    </section>
  );
}
