import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = {
  files: readonly { id: string; name: string }[];
  caseId: string;
  take: FormAction;
  formTexts: FormTexts;
};

/** Captures that are evidence already, each with a button that lists its flows. */
export function UntakenFiles({ files, caseId, take, formTexts }: Props) {
  const words = texts("tracking.untaken");
  if (files.length === 0) return null;
  return (
    <>
      <h2>{words("heading")}</h2>
      {files.map(({ id, name }) => (
        <ActionForm key={id} action={take} texts={formTexts} hidden={{ caseId, fileId: id }}>
          <p>
            <bdi className="written">{name}</bdi>
          </p>
          <SubmitButton kind="secondary">{words("take")}</SubmitButton>
        </ActionForm>
      ))}
    </>
  );
}
