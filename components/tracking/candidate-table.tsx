import { DataTable, type TableColumn } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import type {
  CandidateResult,
  ComparisonResult,
  VerdictWord,
} from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { chanceText } from "./chance-text";
import { remarkText } from "./finding-list";
import { FlowPlace } from "./flow-table";
import { sourceText } from "./flow-text";

/** So many are seen at once; of the others so many more lie folded, and the result file holds all. */
const SEEN = 10;
const FOLDED = 90;

type Props = {
  result: ComparisonResult;
  /** Index of the candidate whose pictures are shown. */
  shown?: number;
  /** Where the pictures of another are shown. */
  hrefOf?: (candidate: number) => string;
};

/** The flows that were looked at, best first: what was found in each, and how often chance finds as much. */
export function CandidateTable(props: Props) {
  const words = texts("tracking.candidates");
  const { length } = props.result.candidates;
  const most = SEEN + FOLDED;
  return (
    <>
      <Rows {...props} from={0} to={SEEN} caption={words("caption")} />
      {length > SEEN && (
        <Disclosure summary={words("others", { count: length - SEEN })}>
          {length > most && <p>{words("first", { shown: most, count: length })}</p>}
          <Rows {...props} from={SEEN} to={most} caption={words("captionOthers")} />
        </Disclosure>
      )}
    </>
  );
}

type RowsProps = Props & { from: number; to: number; caption: string };

function Rows({ result, shown, hrefOf, from, to, caption }: RowsProps) {
  const listed = result.candidates.slice(from, to);
  const rows = listed.map((candidate, place) => {
    const index = from + place;
    return {
      key: String(index),
      cells: {
        flow: <Flow candidate={candidate} index={index} shown={shown} hrefOf={hrefOf} />,
        result: <Verdict word={candidate.verdict} />,
        mark: <Mark candidate={candidate} result={result} />,
        timing: <Timing candidate={candidate} />,
        remarks: <Remarks candidate={candidate} />,
      },
    };
  });
  return <DataTable caption={caption} isCaptionHidden columns={columnsOf(listed)} rows={rows} stacks />;
}

/** A column in which nothing would stand is left out. */
function columnsOf(listed: readonly CandidateResult[]): TableColumn[] {
  const words = texts("tracking.candidates");
  return [
    { key: "flow", header: words("flow") },
    { key: "result", header: words("result") },
    ...(listed.some(({ mark }) => mark) ? [{ key: "mark", header: words("mark"), isNumber: true }] : []),
    ...(listed.some(({ timing, stream }) => timing || stream?.sameSource)
      ? [{ key: "timing", header: words("timing") }]
      : []),
    ...(listed.some(({ findings }) => findings.length > 0)
      ? [{ key: "remarks", header: words("remarks") }]
      : []),
  ];
}

/** Only what stands out is set apart. */
function Verdict({ word }: { word: VerdictWord }) {
  const text = texts("tracking.verdicts")(word);
  return word === "match" || word === "same-stream" ? (
    <span className="whole">
      <Tag kind="strong">{text}</Tag>
    </span>
  ) : (
    text
  );
}

type FlowProps = Pick<Props, "shown" | "hrefOf"> & { candidate: CandidateResult; index: number };

function Flow({ candidate: { flow, plots }, index, shown, hrefOf }: FlowProps) {
  const words = texts("tracking.candidates");
  const number = index + 1;
  const hasPlots = plots?.delay !== undefined || plots?.bits !== undefined;
  return (
    <>
      <FlowPlace flow={flow} />
      {flow.ssrc !== undefined && (
        <span className="under">{texts("tracking.flows")("source", { ssrc: sourceText(flow.ssrc) })}</span>
      )}
      {index === shown && <span className="under">{words("isShown")}</span>}
      {hasPlots && hrefOf && index !== shown && (
        <span className="under">
          <a className="trace-link" href={hrefOf(index)}>
            {words("see", { number })}
          </a>
        </span>
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
    </>
  );
}

function Timing({ candidate: { timing, stream } }: { candidate: CandidateResult }) {
  const words = texts("tracking.candidates");
  const counts = stream?.sameSource && {
    agreeing: stream.agreeingPackets,
    shared: stream.sharedPackets,
  };
  if (!timing) return counts ? words("stream", counts) : words("notCompared");
  return (
    <>
      {timing.falseMatch === 0 ? words("never") : chanceText(timing.falseMatch)}
      {counts && <span className="under">{words("stream", counts)}</span>}
    </>
  );
}

function Remarks({ candidate: { findings } }: { candidate: CandidateResult }) {
  if (findings.length === 0) return texts("tracking.candidates")("nothing");
  return (
    <ul className="plain-list">
      {findings.map((finding) => (
        <li key={finding.code}>{remarkText(finding)}</li>
      ))}
    </ul>
  );
}
