import { requireOwner } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { ActionForm } from "@/components/ui/action-form";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { WarningText } from "@/components/ui/warning-text";
import { texts } from "@/lib/platform/texts";
import { deleteOwnAccount } from "../actions";

export default async function DeleteAccountPage() {
  const words = texts("account.page");
  await requireOwner();
  return (
    <SiteMain>
      <BackLink href="/account">{words("back")}</BackLink>
      <PageHeading>{words("delete")}</PageHeading>
      <WarningText label={words("warning")}>{words("deleteWarning")}</WarningText>
      <ActionForm action={deleteOwnAccount} texts={formTexts()}>
        <TextField
          name="password"
          type="password"
          label={words("deletePassword")}
          autoComplete="current-password"
          width="medium"
        />
        <SubmitButton kind="final" busy={words("busy")}>
          {words("deleteSubmit")}
        </SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
