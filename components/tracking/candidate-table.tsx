import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { CandidateResult, ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { chanceText } from "./chance-text";
import { findingText } from "./finding-list";
import { FlowPlace } from "./flow-table";
import { sourceText } from "./flow-text";

const MOST_SHOWN = 100;

type Props = {
  result: ComparisonResult;
  /** Index of the candidate whose pictures are shown. */
  shown?: number;
  /** Where the pictures of another are shown. */
  hrefOf?: (candidate: number) => string;
};

/** The flows that were looked at, best first: what was found in each, and how often chance finds as much. */
export function CandidateTable({ result, shown, hrefOf }: Props) {
  const words = texts("tracking.candidates");
  const { candidates, watermark } = result;
  const columns = [
    { key: "flow", header: words("flow") },
    { key: "result", header: words("result") },
    ...(watermark ? [{ key: "mark", header: words("mark"), isNumber: true }] : []),
    ...(result.first ? [{ key: "timing", header: words("timing") }] : []),
    { key: "remarks", header: words("remarks") },
  ];
  const rows = candidates.slice(0, MOST_SHOWN).map((candidate, index) => ({
    key: String(index),
    cells: {
      flow: <Flow candidate={candidate} index={index} shown={shown} hrefOf={hrefOf} />,
      result: <Tag kind={tagOf(candidate)}>{texts("tracking.verdicts")(candidate.verdict)}</Tag>,
      mark: <Mark candidate={candidate} result={result} />,
      timing: <Timing candidate={candidate} />,
      remarks: <Remarks candidate={candidate} />,
    },
  }));
  return (
    <>
      {candidates.length > MOST_SHOWN && (
        <p>{words("first", { shown: MOST_SHOWN, count: candidates.length })}</p>
      )}
      <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />
    </>
  );
}

function tagOf({ verdict }: CandidateResult): "strong" | "plain" {
  return verdict === "match" || verdict === "same-stream" ? "strong" : "plain";
}

type FlowProps = Pick<Props, "shown" | "hrefOf"> & { candidate: CandidateResult; index: number };

function Flow({ candidate: { flow, plots }, index, shown, hrefOf }: FlowProps) {
  const words = texts("tracking.candidates");
  const number = index + 1;
  return (
    <>
      <FlowPlace flow={flow} />
      {flow.ssrc !== undefined && (
        <span className="under">{texts("tracking.flows")("source", { ssrc: sourceText(flow.ssrc) })}</span>
      )}
      {index === shown && <span className="under">{words("isShown")}</span>}
      {plots && hrefOf && index !== shown && (
        <a className="trace-link" href={hrefOf(index)}>
          {words("see", { number })}
        </a>
      )}
    </>
  );
}

function Mark({ candidate: { mark }, result }: { candidate: CandidateResult; result: ComparisonResult }) {
  const words = texts("tracking.candidates");
  if (!mark || !result.watermark) return words("notLooked");
  return (
    <>
      <span className="whole">
        {words("bits", { distance: mark.distance, bits: result.watermark.parameters.bits })}
      </span>
      <span className="under">{chanceText(mark.falseMatch)}</span>
      <span className="under">
        {words("packets", { found: mark.packetsFound, planned: mark.packetsPlanned })}
      </span>
    </>
  );
}

function Timing({ candidate: { timing, stream } }: { candidate: CandidateResult }) {
  const words = texts("tracking.candidates");
  const fits = timing && { chance: chanceText(timing.falseMatch) };
  return (
    <>
      {!fits && words("notCompared")}
      {fits && (timing.falseMatch === 0 ? words("none") : words("other", fits))}
      {stream?.sameSource && (
        <span className="under">
          {words("stream", { agreeing: stream.agreeingPackets, shared: stream.sharedPackets })}
        </span>
      )}
    </>
  );
}

function Remarks({ candidate: { findings } }: { candidate: CandidateResult }) {
  if (findings.length === 0) return texts("tracking.candidates")("nothing");
  return (
    <ul className="plain-list">
      {findings.map((finding) => (
        <li key={finding.code}>{findingText(finding)}</li>
      ))}
    </ul>
  );
}
