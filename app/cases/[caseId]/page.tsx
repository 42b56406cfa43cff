import { requireCase } from "@/app/_request/current-owner";
import { CaseFacts, LatestCalls, NextSteps } from "@/components/cases/case-overview";
import { CallsPerDay } from "@/components/incidents/calls-per-day";
import { ButtonLink } from "@/components/ui/button-link";
import { InsetText } from "@/components/ui/inset-text";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listEvidence } from "@/lib/evidence/queries";
import { listPackets } from "@/lib/evidence-packets/queries";
import { callsPerDay } from "@/lib/incidents/calls-per-day";
import { countIncidents, listCallStarts, listIncidents } from "@/lib/incidents/queries";
import { jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import { listLetters } from "@/lib/letters/queries";
import { texts } from "@/lib/platform/texts";
import { listReports } from "@/lib/reports/queries";
import { listCaseLinks } from "@/lib/sharing/queries";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ done?: string }> };

const LATEST = 5;

export default async function CasePage({ params, searchParams }: Props) {
  const words = texts("cases.overview");
  const opened = await requireCase((await params).caseId);
  const [latest, starts, calls, files, letters, reports, packets, links] = await Promise.all([
    listIncidents(opened, { size: LATEST }),
    listCallStarts(opened),
    countIncidents(opened),
    listEvidence(opened),
    listLetters(opened),
    listReports(opened),
    listPackets(opened),
    listCaseLinks(opened),
  ]);
  const progress = {
    calls,
    files: files.length,
    letters: letters.length,
    reports: reports.length,
    packets: packets.length,
    links: links.length,
  };
  const { emergency } = jurisdictionOf(opened.details.country);
  const here = `/cases/${opened.id}`;
  return (
    <SiteMain>
      {(await searchParams).done === "changed" && (
        <Notification>{texts("cases.change")("saved")}</Notification>
      )}
      {opened.isExample && (
        <InsetText>
          <p>{words("example")}</p>
        </InsetText>
      )}
      <PageHeading lead={texts("incidents.list")("count", { count: calls })}>
        {opened.details.title}
      </PageHeading>
      <p>
        <ButtonLink href={`${here}/incidents/new`}>{words("log")}</ButtonLink>
      </p>
      <p>{words("danger", { number: emergency.value })}</p>
      <h2>{words("next")}</h2>
      <NextSteps caseId={opened.id} progress={progress} />
      {starts.length > 0 && (
        <>
          <h2>{words("pattern")}</h2>
          <CallsPerDay days={callsPerDay(starts, opened.details.zone)} />
        </>
      )}
      <LatestCalls caseId={opened.id} incidents={latest} />
      <h2>{words("details")}</h2>
      <CaseFacts case={opened} />
      <p>
        <a href={`${here}/change`}>{words("change")}</a>
      </p>
    </SiteMain>
  );
}
