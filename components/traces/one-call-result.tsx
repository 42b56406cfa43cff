import type { Verdict } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { VerdictLead } from "./verdict-lead";

/** The result of a trace's only call, so that nobody has to look for it. */
export function OneCallResult({ verdict, href }: { verdict: Verdict; href: string }) {
  const words = texts("traces.room");
  return (
    <section className="verdict" aria-labelledby="result">
      <h2 id="result">{texts("traces.verdict")("heading")}</h2>
      <VerdictLead verdict={verdict} />
      <p>
        <a className="trace-link" href={href}>
          {words("openResult")}
        </a>
      </p>
    </section>
  );
}
