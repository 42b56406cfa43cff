import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { LetterTable } from "@/components/letters/letter-table";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { listLetters } from "@/lib/letters/queries";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { draftLetter } from "./actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function LettersPage({ params }: Props) {
  const words = texts("letters.page");
  const opened = await requireCase((await params).caseId);
  const letters = await listLetters(opened);
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {letters.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <LetterTable caseId={opened.id} letters={letters} zone={opened.details.zone} />
      )}
      <ActionForm action={draftLetter} texts={formTexts()} hidden={{ caseId: opened.id, formKey: newId() }}>
        <SubmitButton busy={words("busy")}>{words("draft")}</SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
