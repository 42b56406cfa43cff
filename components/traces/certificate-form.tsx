import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { FoldedFields } from "./folded-fields";

type Props = {
  action: FormAction;
  formTexts: FormTexts;
  initial?: FormState;
  /** Which trace and call it is for. */
  hidden?: Record<string, string>;
  isOpen?: boolean;
};

/** Takes the certificates of a signer: as text in `pem`, or as a file in `file`. */
export function CertificateForm({ action, formTexts, initial, hidden, isOpen }: Props) {
  const words = texts("traces.certificates");
  return (
    <ActionForm action={action} texts={formTexts} initial={initial} hidden={hidden}>
      <FoldedFields summary={words("question")} isOpen={isOpen}>
        <p>{words("lead")}</p>
        <TextArea name="pem" label={words("text")} hint={words("textHint")} rows={6} spellCheck={false} />
        <div className="field">
          <label htmlFor="certificate-file">{words("file")}</label>
          <p className="hint" id="certificate-file-hint">
            {words("fileHint")}
          </p>
          <input
            id="certificate-file"
            name="file"
            type="file"
            accept=".pem,.crt,.cer"
            aria-describedby="certificate-file-hint"
          />
        </div>
        <SubmitButton kind="secondary" busy={words("busy")}>
          {words("submit")}
        </SubmitButton>
      </FoldedFields>
    </ActionForm>
  );
}
