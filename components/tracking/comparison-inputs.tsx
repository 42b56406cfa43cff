import { codeWords } from "@/components/traces/code-words";
import { Written } from "@/components/traces/written";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { ComparedFile, ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";

export type ComparedNames = { first?: string; second: string };

/** Which files and flows took part, each named by its hash, so that nobody can exchange them unseen. */
export function ComparisonInputs({ result, names }: { result: ComparisonResult; names: ComparedNames }) {
  const words = texts("tracking.inputs");
  const { first, second, watermark, candidates } = result;
  return (
    <>
      <h3>{words("first")}</h3>
      {!first && <p>{words("noFirst")}</p>}
      {first && (
        <SummaryList
          rows={[
            ...fileRows(first.file, names.first ?? ""),
            { key: "flow", term: words("flow"), value: <Written text={first.flow.id} /> },
          ]}
        />
      )}
      <h3>{words("second")}</h3>
      <SummaryList
        rows={[
          ...fileRows(second.file, names.second),
          { key: "flows", term: words("flowsInFile"), value: second.flowsInFile },
          { key: "looked", term: words("looked"), value: candidates.length },
        ]}
      />
      {watermark && (
        <>
          <h3>{words("watermark")}</h3>
          <SummaryList
            rows={[
              {
                key: "fingerprint",
                term: words("fingerprint"),
                value: <Hash text={watermark.fingerprint} />,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function fileRows({ sha256, findings }: ComparedFile, name: string): SummaryRow[] {
  const words = texts("tracking.inputs");
  return [
    { key: "name", term: texts("tracking.captures")("name"), value: <bdi className="written">{name}</bdi> },
    { key: "sha256", term: words("sha256"), value: <Hash text={sha256} /> },
    ...(findings.length > 0
      ? [{ key: "findings", term: words("fileFindings"), value: <FileFindings codes={findings} /> }]
      : []),
  ];
}

function FileFindings({ codes }: { codes: readonly string[] }) {
  return (
    <ul className="plain-list">
      {codes.map((code) => (
        <li key={code}>{codeWords("traces.captureFindings", code)}</li>
      ))}
    </ul>
  );
}

function Hash({ text }: { text: string }) {
  return (
    <code className="hash" translate="no" dir="ltr">
      {text}
    </code>
  );
}
