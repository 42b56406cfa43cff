import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayIn } from "@/app/_request/say";
import { CertificateForm } from "@/components/traces/certificate-form";
import { CertificateTable } from "@/components/traces/certificate-table";
import { onlyCallOf } from "@/components/traces/only-call";
import { ProviderHostsForm } from "@/components/traces/provider-hosts-form";
import { ReadTraceView } from "@/components/traces/read-trace-view";
import { TraceProgress } from "@/components/traces/trace-progress";
import { UnreadTraceView } from "@/components/traces/unread-trace-view";
import { BackLink } from "@/components/ui/back-link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { readCertificates } from "@/lib/caller-identity/certificates";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { callFilterSchema } from "@/lib/traces/filter-calls";
import { examineTraceCall, findTrace, listTraceCalls, readTraceSettings } from "@/lib/traces/queries";
import { openSearch } from "@/lib/traces/sealed-search";
import { readAgain, saveCertificates, saveProviderHosts, searchTrace } from "../actions";

type Props = {
  params: Promise<{ caseId: string; traceId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export default async function TracePage({ params, searchParams }: Props) {
  const words = texts("traces.room");
  const { caseId, traceId } = await params;
  const opened = await requireCase(caseId);
  const trace = (await findTrace(opened, traceId, now())) ?? nothingThere();
  const file = (await findEvidence(opened, trace.fileId)) ?? nothingThere();
  const room = `/cases/${opened.id}/traces`;
  const here = `${room}/${trace.id}`;
  const query = await searchParams;
  const hidden = { caseId: opened.id, traceId: trace.id };
  const { done, fault } = query;
  const settings = await readTraceSettings(opened, trace);
  const filter = callFilterSchema.parse(query);
  const lines = trace.state === "read" ? await listTraceCalls(opened, trace) : [];
  const only = onlyCallOf(lines);
  return (
    <SiteMain>
      <BackLink href={room}>{words("back")}</BackLink>
      {done === "hosts" && <Notification>{words("hostsSaved")}</Notification>}
      {done === "certificates" && <Notification>{words("certificatesSaved")}</Notification>}
      <PageHeading above={words("heading")}>
        <bdi>{file.name}</bdi>
      </PageHeading>
      {trace.state === "reading" && <TraceProgress trace={trace} sizeBytes={file.sizeBytes} href={here} />}
      {trace.state !== "reading" && trace.state !== "read" && (
        <UnreadTraceView trace={trace} again={readAgain} formTexts={formTexts()} hidden={hidden} />
      )}
      {trace.state === "read" && (
        <>
          <ReadTraceView
            trace={trace}
            file={file}
            lines={lines}
            only={
              only ? await examineTraceCall(opened, { traceId: trace.id, number: only }, now()) : undefined
            }
            filter={filter}
            text={openSearch(opened.key, trace.id, filter.find)}
            search={searchTrace}
            formTexts={formTexts()}
            hidden={hidden}
            zone={opened.details.zone}
            here={here}
          />
          <ProviderHostsForm
            hosts={settings.providerHosts}
            held={await heldFormState(here)}
            fault={fault && sayIn("traces.errors")(fault)}
            save={saveProviderHosts}
            formTexts={formTexts()}
            hidden={hidden}
          />
          <h2>{texts("traces.certificates")("heading")}</h2>
          <CertificateTable
            certificates={readCertificates(settings.certificates.join("\n")).certificates}
            zone={opened.details.zone}
          />
          <CertificateForm
            action={saveCertificates}
            formTexts={formTexts()}
            hidden={hidden}
            isOpen={lines.some(({ summary }) => summary.hasIdentityHeader)}
          />
        </>
      )}
    </SiteMain>
  );
}
