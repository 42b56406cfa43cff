import { formTexts } from "@/app/_request/form-texts";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { texts } from "@/lib/platform/texts";
import { recover } from "./actions";

export default function RecoverPage() {
  const words = texts("account.recover");
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <ActionForm action={recover} texts={formTexts()}>
        <TextField name="recoveryKey" label={words("recoveryKey")} hint={words("recoveryKeyHint")} />
        <TextField
          name="password"
          type="password"
          label={words("password")}
          hint={words("passwordHint")}
          autoComplete="new-password"
          width="medium"
        />
        <SubmitButton busy={words("busy")}>{words("submit")}</SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
