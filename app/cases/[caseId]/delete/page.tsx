import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { ActionForm } from "@/components/ui/action-form";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { WarningText } from "@/components/ui/warning-text";
import { texts } from "@/lib/platform/texts";
import { deleteCase } from "../actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function DeleteCasePage({ params }: Props) {
  const words = texts("cases.delete");
  const { id, details } = await requireCase((await params).caseId);
  return (
    <SiteMain>
      <BackLink href={`/cases/${id}`}>{words("back")}</BackLink>
      <PageHeading above={details.title}>{words("heading")}</PageHeading>
      <WarningText label={words("warning")}>{words("text")}</WarningText>
      <ActionForm action={deleteCase} texts={formTexts()} hidden={{ caseId: id }}>
        <TextField
          name="password"
          type="password"
          label={words("password")}
          autoComplete="current-password"
          width="medium"
        />
        <SubmitButton kind="final" busy={words("busy")}>
          {words("submit")}
        </SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
