import type { ReactNode } from "react";
import { fileFacts } from "@/components/evidence/file-facts";
import { SummaryList } from "@/components/ui/summary-list";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { texts } from "@/lib/platform/texts";

type Props = {
  files: readonly EvidenceFile[];
  zone: string;
  hrefOf: (file: EvidenceFile) => string;
  /** Where the call of a file can be read, on pages that show files of several calls. */
  callOf?: (file: EvidenceFile) => ReactNode;
};

/** Evidence files with their fingerprints; sound plays in the page, and never by itself. */
export function EvidenceList({ files, zone, hrefOf, callOf }: Props) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileName file={file} href={hrefOf(file)} />
          <SummaryList rows={fileFacts(file, { zone, call: callOf?.(file) })} />
        </li>
      ))}
    </ul>
  );
}

function FileName({ file, href }: { file: EvidenceFile; href: string }) {
  const words = texts("evidence.page");
  return (
    <>
      <p className="file-name">
        <a href={href} download>
          <bdi>{file.name}</bdi>
        </a>
      </p>
      {file.kind === "audio" && (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a call comes without captions; its words are in the entry
        <audio controls preload="none" src={href} aria-label={words("listen", { name: file.name })} />
      )}
    </>
  );
}
