import { Disclosure } from "@/components/ui/disclosure";
import { Pagination } from "@/components/ui/pagination";
import { texts } from "@/lib/platform/texts";
import type { Ladder } from "@/lib/sip/ladder";
import { ladderMermaid } from "@/lib/sip/ladder-mermaid";
import { pageOfLadder } from "@/lib/sip/ladder-pages";
import { LadderDrawing } from "./ladder-drawing";
import { LadderLegend } from "./ladder-legend";
import type { LadderRemarks } from "./ladder-remarks";
import { LadderTable } from "./ladder-table";
import { mermaidWords } from "./ladder-words";
import type { HrefOfMessage } from "./message-link";
import { TraceTime } from "./trace-time";

type Props = {
  ladder: Ladder;
  /** Which part of a long ladder, from 1. */
  page?: number;
  hrefOfPage?: (page: number) => string;
  hrefOf?: HrefOfMessage;
  zone: string;
  /** What is said on single arrows beside their findings. */
  remarks?: LadderRemarks;
};

/** The ladder of a call as a drawing, the same as a table, and the same as text for Mermaid. */
export function LadderDiagram({ ladder, page = 1, hrefOfPage, hrefOf, zone, remarks }: Props) {
  const words = texts("traces.ladder");
  if (ladder.rows.length === 0) return <p>{words("empty")}</p>;
  const shown = pageOfLadder(ladder, page);
  return (
    <figure className="ladder">
      <figcaption>
        {ladder.startedAt === undefined
          ? words("captionNoTimes")
          : words.rich("caption", { start: () => <TraceTime at={ladder.startedAt ?? 0} zone={zone} /> })}
        {shown.pages > 1 && ` ${words("page", { page: shown.page, pages: shown.pages })}`}
      </figcaption>
      <p className="hint ladder-wide">{words("wide")}</p>
      <LadderDrawing ladder={shown} hrefOf={hrefOf} remarks={remarks} />
      <LadderLegend ladder={shown} />
      <LadderPages page={shown.page} pages={shown.pages} hrefOfPage={hrefOfPage} />
      <Disclosure summary={words("asTable")}>
        <LadderTable ladder={shown} hrefOf={hrefOf} remarks={remarks} />
      </Disclosure>
      <Disclosure summary={words("mermaid")}>
        <pre className="copy-block" dir="ltr" translate="no">
          {ladderMermaid(ladder, mermaidWords)}
        </pre>
      </Disclosure>
    </figure>
  );
}

function LadderPages(props: { page: number; pages: number; hrefOfPage?: (page: number) => string }) {
  const words = texts("traces.ladder");
  const { page, pages, hrefOfPage } = props;
  if (!hrefOfPage) return null;
  return (
    <Pagination
      label={words("pages")}
      newer={page > 1 ? { href: hrefOfPage(page - 1), text: words("earlier") } : undefined}
      older={page < pages ? { href: hrefOfPage(page + 1), text: words("following") } : undefined}
    />
  );
}
