import { requireCase } from "@/app/_request/current-owner";
import { HistoryTable } from "@/components/history/history-table";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SiteMain } from "@/components/ui/site-main";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import { texts } from "@/lib/platform/texts";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ before?: string }> };

const EVENTS_A_PAGE = 50;

export default async function HistoryPage({ params, searchParams }: Props) {
  const words = texts("cases.history");
  const opened = await requireCase((await params).caseId);
  const before = Number.parseInt((await searchParams).before ?? "", 10) || undefined;
  const [events, chain] = await Promise.all([
    readAuditPage(opened, { before, size: EVENTS_A_PAGE }),
    checkAuditLog(opened),
  ]);
  const last = events.at(-1)?.sequence ?? 1;
  const older = last > 1 ? { href: `?before=${last}`, text: words("older") } : undefined;
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <InsetText>
        <p>{chain.ok ? words("verified", { count: chain.value.sequence }) : words("broken")}</p>
      </InsetText>
      <HistoryTable events={events} zone={opened.details.zone} />
      <Pagination label={words("page")} older={older} />
    </SiteMain>
  );
}
