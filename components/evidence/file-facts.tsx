import type { ReactNode } from "react";
import type { SummaryRow } from "@/components/ui/summary-list";
import { TypedText } from "@/components/ui/typed-text";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { FileSize } from "./file-size";

/** What is known of a file, in rows. */
export function fileFacts(
  file: EvidenceFile,
  { zone, call }: { zone: string; call?: ReactNode },
): SummaryRow[] {
  const words = texts("evidence.page");
  const kinds = texts("evidence.kinds");
  const kind = (
    <>
      {kinds(file.kind)}, <FileSize bytes={file.sizeBytes} />
    </>
  );
  return [
    ...(file.note ? [{ key: "note", term: words("note"), value: <TypedText text={file.note} /> }] : []),
    ...(call ? [{ key: "call", term: words("call"), value: call }] : []),
    { key: "kind", term: words("kind"), value: kind },
    { key: "added", term: words("added"), value: formatMoment(file.addedAt, zone) },
    { key: "sha256", term: words("sha256"), value: <code className="hash">{file.sha256}</code> },
  ];
}
