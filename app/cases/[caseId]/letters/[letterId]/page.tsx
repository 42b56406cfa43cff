import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { nothingThere } from "@/app/_request/nothing-there";
import { LetterForm } from "@/components/letters/letter-form";
import { LetterText } from "@/components/letters/letter-text";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button-link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { findLetter } from "@/lib/letters/queries";
import { texts } from "@/lib/platform/texts";
import { saveLetter } from "../actions";

type Props = {
  params: Promise<{ caseId: string; letterId: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function LetterPage({ params, searchParams }: Props) {
  const words = texts("letters.form");
  const { caseId, letterId } = await params;
  const opened = await requireCase(caseId);
  const letter = (await findLetter(opened, letterId)) ?? nothingThere();
  const here = `/cases/${opened.id}/letters`;
  if (letter.finishedAt)
    return (
      <SiteMain>
        <BackLink href={here}>{words("back")}</BackLink>
        <PageHeading lead={words("isFinished")}>{letter.content.subject}</PageHeading>
        <ButtonLink href={`${here}/${letter.id}/pdf`}>{words("pdf")}</ButtonLink>
        <LetterText content={letter.content} />
      </SiteMain>
    );
  return (
    <SiteMain>
      <BackLink href={here}>{words("back")}</BackLink>
      {(await searchParams).done === "saved" && <Notification>{words("saved")}</Notification>}
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <LetterForm
        caseId={opened.id}
        letter={letter}
        held={await heldFormState(`${here}/${letter.id}`)}
        action={saveLetter}
        formTexts={formTexts()}
      />
    </SiteMain>
  );
}
