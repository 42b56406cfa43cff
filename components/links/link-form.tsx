import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Radios } from "@/components/ui/radios";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction, FormState } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { LINK_DAYS } from "@/lib/sharing/case-link";

type Props = {
  caseId: string;
  formKey: string;
  held?: FormState;
  action: FormAction;
  formTexts: FormTexts;
};

/** Who may read, for how long, and whether packets may be taken. */
export function LinkForm({ caseId, formKey, held, action, formTexts }: Props) {
  const words = texts("links.page");
  const days = LINK_DAYS.map((count) => ({ value: String(count), label: words("day", { days: count }) }));
  return (
    <ActionForm action={action} texts={formTexts} initial={held} hidden={{ caseId, formKey }}>
      <TextField name="recipient" label={words("recipient")} hint={words("recipientHint")} width="medium" />
      <TextField name="agency" label={words("agency")} width="medium" />
      <Radios name="days" legend={words("days")} options={days} defaultValue="14" />
      <Checkbox name="allowDownload" label={words("allowDownload")} />
      <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
    </ActionForm>
  );
}
