import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = { files: readonly EvidenceFile[]; caseId: string; read: FormAction; formTexts: FormTexts };

/** Captures that are evidence already, each with a button that reads it as a trace. */
export function UnreadFiles({ files, caseId, read, formTexts }: Props) {
  const words = texts("traces.room");
  if (files.length === 0) return null;
  return (
    <>
      <h2>{words("unread")}</h2>
      {files.map(({ id, name }) => (
        <ActionForm key={id} action={read} texts={formTexts} hidden={{ caseId, fileId: id }}>
          <p>
            <bdi>{name}</bdi>
          </p>
          <SubmitButton kind="secondary">{words("readFile")}</SubmitButton>
        </ActionForm>
      ))}
    </>
  );
}
