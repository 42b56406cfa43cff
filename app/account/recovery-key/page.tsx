import { redirect } from "next/navigation";
import { requireOwner } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { ActionForm } from "@/components/ui/action-form";
import { CopyableValue } from "@/components/ui/copyable-value";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { readAccount } from "@/lib/account/queries";
import { texts } from "@/lib/platform/texts";
import { confirmSavedRecoveryKey } from "./actions";

export default async function RecoveryKeyPage() {
  const words = texts("account.recoveryKey");
  const { recoveryKey } = await readAccount(await requireOwner());
  if (!recoveryKey) redirect("/cases");
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <CopyableValue label={words("label")}>{recoveryKey}</CopyableValue>
      <p>{words("print")}</p>
      <ActionForm action={confirmSavedRecoveryKey} texts={formTexts()}>
        <TextField name="recoveryKey" label={words("typeBack")} hint={words("typeBackHint")} />
        <SubmitButton>{words("submit")}</SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
