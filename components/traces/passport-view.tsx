import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import type { PassportCheck, PassportReport } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { plainText } from "@/lib/sip/ladder-text";
import { codeWords } from "./code-words";
import { type HrefOfMessage, MessageLink } from "./message-link";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

type Props = { passports: readonly PassportReport[]; zone: string; hrefOf?: HrefOfMessage };

/** Every signature of a phone company in a trace, each step of its check apart (RFC 8224, 8225, 8588). */
export function PassportView({ passports, zone, hrefOf }: Props) {
  const words = texts("traces.passport");
  if (passports.length === 0) return <p>{words("none")}</p>;
  return passports.map((report) => (
    <section key={`${report.message} ${report.range.start}`}>
      <h4>{words("heading", { number: report.message })}</h4>
      <SummaryList rows={factsOf(report, zone, hrefOf)} />
      <StepTable checks={report.checks} />
    </section>
  ));
}

const MICROSECONDS = 1_000_000;

function factsOf(report: PassportReport, zone: string, hrefOf?: HrefOfMessage): SummaryRow[] {
  const words = texts("traces.passport");
  const { range, attestation, issuedAt } = report;
  const place = words.rich("place", {
    start: range.start,
    end: range.end,
    message: () => <MessageLink number={report.message} hrefOf={hrefOf} />,
  });
  return [
    { key: "result", term: words("result"), value: texts("traces.passportResults")(report.result) },
    ...known("attestation", attestation && texts("traces.attestations")(attestation)),
    ...known("origin", written(report.origin)),
    ...known("destinations", written(report.destinations.join(", "))),
    ...known(
      "issuedAt",
      issuedAt !== undefined && <TraceTime at={issuedAt * MICROSECONDS} zone={zone} withUtc />,
    ),
    ...known("originId", written(report.originId)),
    ...known("signer", written(report.signer)),
    ...known("certificateAddress", written(report.certificateAddress)),
    { key: "extension", term: words("extension"), value: written(report.extension) ?? words("plain") },
    { key: "place", term: texts("traces.identities")("message"), value: place },
  ];
}

type FactName =
  | "attestation"
  | "origin"
  | "destinations"
  | "issuedAt"
  | "originId"
  | "signer"
  | "certificateAddress";

function known(name: FactName, value: ReactNode): SummaryRow[] {
  return value ? [{ key: name, term: texts("traces.passport")(name), value }] : [];
}

function written(text: string | undefined): ReactNode {
  return text ? <Written text={text} /> : undefined;
}

function StepTable({ checks }: { checks: readonly PassportCheck[] }) {
  const words = texts("traces.passport");
  const columns = [
    { key: "step", header: words("step") },
    { key: "outcome", header: words("outcome") },
    { key: "why", header: words("why") },
  ];
  const rows = checks.map((check, index) => ({
    key: String(index),
    cells: {
      step: texts("traces.passportSteps")(check.step),
      outcome: <Outcome check={check} />,
      why: codeWords("traces.passportReasons", check.reason, plainValues(check)),
    },
  }));
  return <DataTable caption={words("steps")} columns={columns} rows={rows} stacks />;
}

function plainValues({ values = {} }: PassportCheck): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainText(value)]));
}

function Outcome({ check: { outcome } }: { check: PassportCheck }) {
  return (
    <Tag kind={outcome === "passed" ? "strong" : "plain"}>{texts("traces.passportOutcomes")(outcome)}</Tag>
  );
}
