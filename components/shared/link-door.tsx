import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { CodeFromAddress } from "./code-from-address";

/** The closed door of a case link: nothing of the case is known here, and looking at it leaves no trace. */
export function LinkDoor({
  linkId,
  open,
  formTexts,
}: {
  linkId: string;
  open: FormAction;
  formTexts: FormTexts;
}) {
  const words = texts("shared.open");
  return (
    <>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <ActionForm action={open} texts={formTexts} hidden={{ linkId }}>
        <TextField name="secret" label={words("secret")} hint={words("secretHint")} />
        <TextField
          name="passcode"
          label={words("passcode")}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
      </ActionForm>
      <CodeFromAddress field="secret" />
    </>
  );
}
