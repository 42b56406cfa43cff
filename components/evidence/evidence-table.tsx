import { DataTable } from "@/components/ui/data-table";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { FileSize } from "./file-size";

type Props = { caseId: string; files: readonly EvidenceFile[]; zone: string };

/** Evidence files with their fingerprints; sound plays in the page, never by itself. */
export function EvidenceTable({ caseId, files, zone }: Props) {
  const words = texts("evidence.page");
  const kinds = texts("evidence.kinds");
  const columns = [
    { key: "name", header: words("name") },
    { key: "kind", header: words("kind") },
    { key: "size", header: words("size"), isNumber: true },
    { key: "added", header: words("added") },
    { key: "sha256", header: words("sha256") },
  ];
  const rows = files.map((file) => ({
    key: file.id,
    cells: {
      name: <FileCell file={file} href={`/cases/${caseId}/evidence/${file.id}/file`} />,
      kind: kinds(file.kind),
      size: <FileSize bytes={file.sizeBytes} />,
      added: formatMoment(file.addedAt, zone),
      sha256: <code className="hash">{file.sha256}</code>,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function FileCell({ file, href }: { file: EvidenceFile; href: string }) {
  const words = texts("evidence.page");
  return (
    <>
      <a href={href} download>
        <bdi>{file.name}</bdi>
      </a>
      {file.kind === "audio" && (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a call comes without captions; its words are in the entry
        <audio controls preload="none" src={href} aria-label={words("listen", { name: file.name })} />
      )}
      {file.note && (
        <p className="hint" dir="auto">
          {file.note}
        </p>
      )}
    </>
  );
}
