import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { texts } from "@/lib/platform/texts";

/** Files that a reader may open; sound plays only when asked to. */
export function SharedFiles({ linkId, files }: { linkId: string; files: readonly EvidenceFile[] }) {
  const words = texts("evidence.page");
  return (
    <ul className="files">
      {files.map((file) => {
        const href = `/s/${linkId}/evidence/${file.id}`;
        return (
          <li key={file.id}>
            <a href={href} download>
              <bdi>{file.name}</bdi>
            </a>
            {file.kind === "audio" && (
              // biome-ignore lint/a11y/useMediaCaption: a recording of a call comes without captions; its words are in the entry
              <audio controls preload="none" src={href} aria-label={words("listen", { name: file.name })} />
            )}
            <code className="hash">{file.sha256}</code>
          </li>
        );
      })}
    </ul>
  );
}
