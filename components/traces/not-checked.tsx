import type { Verdict } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { codeWords } from "./code-words";

type Code = Verdict["notChecked"][number];

/** The form on the page of the trace that helps, by its first field. */
const remedies: Partial<Record<Code, "providerHosts" | "pem">> = {
  "trust-unknown": "providerHosts",
  "no-certificate": "pem",
};

/** What nobody checked, each with the way to the form that would change it. */
export function NotChecked({ codes, settings }: { codes: readonly Code[]; settings?: string }) {
  if (codes.length === 0) return texts("traces.verdict")("allChecked");
  return (
    <ul className="plain-list">
      {codes.map((code) => (
        <li key={code}>
          {codeWords("traces.notChecked", code)} <Remedy field={remedies[code]} settings={settings} />
        </li>
      ))}
    </ul>
  );
}

function Remedy({ field, settings }: { field?: "providerHosts" | "pem"; settings?: string }) {
  if (!field || !settings) return null;
  return <a href={`${settings}#${field}`}>{texts("traces.remedies")(field)}</a>;
}
