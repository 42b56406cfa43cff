import { FileSize } from "@/components/evidence/file-size";
import { percentRead } from "@/components/traces/percent-read";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { ReadingState } from "@/lib/evidence/reading";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

/** A capture with the name and size of its file; `flows` once they are listed. */
export type ListedCapture = {
  id: string;
  fileName: string;
  sizeBytes: number;
  createdAt: Date;
  state: ReadingState;
  readBytes: number;
  flows?: number;
};

type Props = {
  captures: readonly ListedCapture[];
  zone: string;
  hrefOf: (capture: ListedCapture) => string;
};

/** Every capture of a case whose flows were listed or are being read. */
export function CaptureList({ captures, zone, hrefOf }: Props) {
  const words = texts("tracking.captures");
  if (captures.length === 0) return <p>{words("none")}</p>;
  const columns = [
    { key: "name", header: words("name") },
    { key: "size", header: words("size"), isNumber: true },
    { key: "state", header: words("state") },
    { key: "flows", header: words("flows"), isNumber: true },
  ];
  const rows = captures.map((capture) => ({
    key: capture.id,
    cells: {
      name: (
        <>
          <a className="trace-link" href={hrefOf(capture)}>
            <bdi className="written">{capture.fileName}</bdi>
          </a>
          <span className="under">{words("addedAt", { added: formatMoment(capture.createdAt, zone) })}</span>
        </>
      ),
      size: (
        <span className="whole">
          <FileSize bytes={capture.sizeBytes} />
        </span>
      ),
      state: <CaptureStateText capture={capture} />,
      flows: flowCountText(capture),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function CaptureStateText({ capture: { state, readBytes, sizeBytes } }: { capture: ListedCapture }) {
  const percent = percentRead(readBytes, sizeBytes);
  return (
    <>
      <span className="whole">
        <Tag kind={state === "read" ? "strong" : "plain"}>{texts("tracking.states")(state)}</Tag>
      </span>
      {state === "reading" && (
        <span className="under">{texts("tracking.captures")("percent", { percent })}</span>
      )}
    </>
  );
}

function flowCountText({ flows }: ListedCapture): string {
  const words = texts("tracking.captures");
  return flows === undefined ? words("notYet") : words("count", { count: flows });
}
