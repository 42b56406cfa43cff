import { DataTable } from "@/components/ui/data-table";
import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import { readShownNumber } from "@/lib/caller-identity/shown-number";
import type { CaseDetails } from "@/lib/cases/schema";
import type { ShownCaller } from "@/lib/incidents/incident";
import { texts } from "@/lib/platform/texts";

/** What the shown number is worth: what can be read from it, and what none of that proves. */
export function NumberRemarks({ shown, details }: { shown: ShownCaller; details: CaseDetails }) {
  const words = texts("incidents.page");
  const remarkTexts = texts("callerIdentity.remarks");
  const read = readShownNumber({
    raw: shown.number,
    presentation: shown.presentation,
    country: details.country,
    calledNumbers: details.lines.map((line) => line.e164 ?? line.number),
  });
  const columns = [
    { key: "shows", header: words("showsHeading") },
    { key: "doesNotProve", header: words("doesNotProve") },
  ];
  const rows = read.remarks.map(({ code }) => ({
    key: code,
    cells: { shows: remarkTexts(`${code}.shows`), doesNotProve: remarkTexts(`${code}.doesNotProve`) },
  }));
  const kinds = texts("callerIdentity.kindsOfLine");
  const facts = [
    ...(read.e164 ? [{ key: "e164", term: words("e164"), value: read.international ?? read.e164 }] : []),
    ...(read.e164 ? [{ key: "kind", term: words("kindOfLine"), value: kinds(read.kindOfLine) }] : []),
    ...(read.country
      ? [{ key: "country", term: words("countryOfNumber"), value: countryName(read.country) }]
      : []),
  ];
  return (
    <>
      <InsetText>
        <p>{words("claimNote")}</p>
      </InsetText>
      {facts.length > 0 && <SummaryList rows={facts} />}
      <DataTable caption={words("remarks")} isCaptionHidden columns={columns} rows={rows} stacks />
    </>
  );
}

function countryName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}
