import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { Incident } from "@/lib/incidents/incident";
import { texts } from "@/lib/platform/texts";
import { CallTimeText } from "./call-time-text";
import { ShownText } from "./shown-text";

const EXCERPT = 140;

/** Calls, latest first, each with its exact time and what the phone claimed. */
export function IncidentTable({ caseId, incidents }: { caseId: string; incidents: readonly Incident[] }) {
  const words = texts("incidents.list");
  const kinds = texts("incidents.kinds");
  const columns = [
    { key: "when", header: words("when") },
    { key: "shown", header: words("shown") },
    { key: "what", header: words("what") },
    { key: "kind", header: words("kind") },
  ];
  const rows = incidents.map(({ id, content, version }) => ({
    key: id,
    cells: {
      when: (
        <a href={`/cases/${caseId}/incidents/${id}`}>
          <CallTimeText time={content.time} />
        </a>
      ),
      shown: <ShownText shown={content.shown} />,
      what: (
        <>
          <span dir="auto">{excerptOf(content.whatHappened)}</span>{" "}
          {version > 1 && <Tag>{words("amended")}</Tag>}
        </>
      ),
      kind: content.kinds.map((kind) => kinds(kind)).join(", "),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function excerptOf(text: string): string {
  const letters = [...text];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : text;
}
