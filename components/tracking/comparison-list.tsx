import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { VerdictWord } from "@/lib/call-tracking/comparison/comparison-result";
import type { ReadingState } from "@/lib/evidence/reading";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

/** A comparison with the names of its files; `verdict` once it is read. */
export type ListedComparison = {
  id: string;
  createdAt: Date;
  state: ReadingState;
  verdict?: VerdictWord;
  firstName?: string;
  secondName: string;
  /** Candidates compared, of all. */
  done?: number;
  total?: number;
};

type Props = {
  comparisons: readonly ListedComparison[];
  zone: string;
  hrefOf: (comparison: ListedComparison) => string;
};

/** Every comparison of a case: what was compared, when, and what came of it. */
export function ComparisonList({ comparisons, zone, hrefOf }: Props) {
  const words = texts("tracking.comparisons");
  if (comparisons.length === 0) return <p>{words("none")}</p>;
  const columns = [
    { key: "files", header: words("files") },
    { key: "result", header: words("result") },
  ];
  const rows = comparisons.map((comparison) => ({
    key: comparison.id,
    cells: {
      files: (
        <>
          <a className="trace-link" href={hrefOf(comparison)}>
            <span>
              <ComparedFiles comparison={comparison} />
            </span>
          </a>
          <span className="under">{words("madeAt", { made: formatMoment(comparison.createdAt, zone) })}</span>
        </>
      ),
      result: <Outcome comparison={comparison} />,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function ComparedFiles({ comparison: { firstName, secondName } }: { comparison: ListedComparison }) {
  const words = texts("tracking.comparisons");
  const second = () => <bdi className="written">{secondName}</bdi>;
  if (firstName === undefined) return words.rich("one", { second });
  return words.rich("two", { first: () => <bdi className="written">{firstName}</bdi>, second });
}

function Outcome({ comparison: { state, verdict, done, total } }: { comparison: ListedComparison }) {
  if (state === "read" && verdict)
    return (
      <span className="whole">
        <Tag kind="strong">{texts("tracking.verdicts")(verdict)}</Tag>
      </span>
    );
  const isCounted = state === "reading" && done !== undefined && Boolean(total);
  return (
    <>
      <span className="whole">
        <Tag>{texts("tracking.runStates")(state)}</Tag>
      </span>
      {isCounted && (
        <span className="under">{texts("tracking.comparisons")("percent", { done, total: total ?? 0 })}</span>
      )}
    </>
  );
}
