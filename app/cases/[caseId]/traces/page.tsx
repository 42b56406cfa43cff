import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { sayIn } from "@/app/_request/say";
import { uploadFault, uploadMegabytes } from "@/app/_request/upload-fault";
import { TraceList } from "@/components/traces/trace-list";
import { TraceUploadForm } from "@/components/traces/trace-upload-form";
import { UnreadFiles } from "@/components/traces/unread-files";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { listTraces } from "@/lib/traces/queries";
import { withFiles } from "@/lib/traces/with-files";
import { readFile } from "./actions";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ fault?: string }> };

export default async function TracesPage({ params, searchParams }: Props) {
  const words = texts("traces.room");
  const opened = await requireCase((await params).caseId);
  const { id, details } = opened;
  const { traces, unread } = withFiles(await listTraces(opened, now()), await listEvidence(opened));
  const { fault } = await searchParams;
  const notATrace = fault === "NOT_A_TRACE" ? sayIn("traces.errors")(fault) : undefined;
  const here = `/cases/${id}/traces`;
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {traces.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <TraceList traces={traces} zone={details.zone} hrefOf={(trace) => `${here}/${trace.id}`} />
      )}
      <UnreadFiles files={unread} caseId={id} read={readFile} formTexts={formTexts()} />
      <TraceUploadForm
        action={`${here}/upload`}
        megabytes={uploadMegabytes()}
        fault={notATrace ?? uploadFault(fault)}
      />
    </SiteMain>
  );
}
