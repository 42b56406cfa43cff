import { requireCase } from "@/app/_request/current-owner";
import { heldNote } from "@/app/_request/held-form";
import { uploadFault, uploadMegabytes } from "@/app/_request/upload-fault";
import { EvidenceList } from "@/components/evidence/evidence-list";
import { UploadForm } from "@/components/evidence/upload-form";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listEvidence } from "@/lib/evidence/queries";
import { texts } from "@/lib/platform/texts";

type Props = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ done?: string; fault?: string }>;
};

export default async function EvidencePage({ params, searchParams }: Props) {
  const words = texts("evidence.page");
  const opened = await requireCase((await params).caseId);
  const files = await listEvidence(opened);
  const { done, fault } = await searchParams;
  const note = await heldNote(`/cases/${opened.id}/evidence`);
  return (
    <SiteMain>
      {done === "file" && <Notification>{texts("evidence.upload")("added")}</Notification>}
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {files.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <>
          <EvidenceList
            files={files}
            zone={opened.details.zone}
            hrefOf={(file) => `/cases/${opened.id}/evidence/${file.id}/file`}
            callOf={(file) =>
              file.incidentId ? (
                <a href={`/cases/${opened.id}/incidents/${file.incidentId}`}>{words("openCall")}</a>
              ) : (
                words("wholeCase")
              )
            }
          />
          <p>{words("hashNote")}</p>
        </>
      )}
      <UploadForm caseId={opened.id} megabytes={uploadMegabytes()} fault={uploadFault(fault)} note={note} />
    </SiteMain>
  );
}
