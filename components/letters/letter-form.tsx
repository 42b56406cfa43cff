import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button-row";
import { InsetText } from "@/components/ui/inset-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { openPlaceholders } from "@/lib/letters/open-placeholders";
import type { Letter } from "@/lib/letters/queries";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type Props = { caseId: string; letter: Letter; held?: FormState; action: FormAction; formTexts: FormTexts };

/** The person's own texts of a letter; the calls are listed by themselves. */
export function LetterForm({ caseId, letter, held, action, formTexts }: Props) {
  const words = texts("letters.form");
  const { sender, recipient, dated, subject, body, calls } = letter.content;
  const initial = held ?? { values: { sender, recipient, dated, subject, body }, errors: [] };
  const open = openPlaceholders(letter.content);
  const hidden = { caseId, letterId: letter.id, version: String(letter.version) };
  return (
    <ActionForm action={action} texts={formTexts} initial={initial} hidden={hidden}>
      {open.length > 0 && (
        <InsetText>
          <p>{words("placeholders")}</p>
          <ul>
            {open.map((placeholder) => (
              <li key={placeholder}>{placeholder}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <TextArea name="sender" label={words("sender")} hint={words("senderHint")} rows={4} />
      <TextArea name="recipient" label={words("recipient")} rows={4} />
      <TextField name="dated" label={words("dated")} width="medium" />
      <TextField name="subject" label={words("subject")} />
      <TextArea name="body" label={words("body")} rows={24} spellCheck />
      <p>{words("calls", { count: calls.length })}</p>
      <p>{words("finishWhy")}</p>
      <ButtonRow>
        <SubmitButton name="then" value="finish" busy={words("busy")}>
          {words("finish")}
        </SubmitButton>
        <SubmitButton name="then" value="save" kind="secondary">
          {words("save")}
        </SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
