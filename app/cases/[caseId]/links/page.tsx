import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { LinkForm } from "@/components/links/link-form";
import { LinkTable } from "@/components/links/link-table";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { listCaseLinks } from "@/lib/sharing/queries";
import { makeCaseLink, revokeLink } from "./actions";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ done?: string }> };

export default async function LinksPage({ params, searchParams }: Props) {
  const words = texts("links.page");
  const opened = await requireCase((await params).caseId);
  const links = await listCaseLinks(opened);
  return (
    <SiteMain>
      {(await searchParams).done === "revoked" && <Notification>{words("revokedDone")}</Notification>}
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {links.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <LinkTable case={opened} links={links} now={now()} revoke={revokeLink} formTexts={formTexts()} />
      )}
      <h2>{words("new")}</h2>
      <LinkForm
        caseId={opened.id}
        formKey={newId()}
        held={await heldFormState(`/cases/${opened.id}/links`)}
        action={makeCaseLink}
        formTexts={formTexts()}
      />
    </SiteMain>
  );
}
