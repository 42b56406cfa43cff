import { requireCase } from "@/app/_request/current-owner";
import { IncidentTable } from "@/components/incidents/incident-table";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SiteMain } from "@/components/ui/site-main";
import { formatIncidentCursor, parseIncidentCursor } from "@/lib/incidents/incident-cursor";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { texts } from "@/lib/platform/texts";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ before?: string }> };

const CALLS_A_PAGE = 25;

export default async function IncidentsPage({ params, searchParams }: Props) {
  const words = texts("incidents.list");
  const opened = await requireCase((await params).caseId);
  const before = parseIncidentCursor((await searchParams).before);
  const [incidents, count] = await Promise.all([
    listIncidents(opened, { before, size: CALLS_A_PAGE + 1 }),
    countIncidents(opened),
  ]);
  const page = incidents.slice(0, CALLS_A_PAGE);
  const last = page.at(-1);
  const here = `/cases/${opened.id}/incidents`;
  return (
    <SiteMain>
      <PageHeading lead={words("count", { count })}>{words("heading")}</PageHeading>
      <p>
        <ButtonLink href={`${here}/new`}>{words("log")}</ButtonLink>
      </p>
      {page.length > 0 && <IncidentTable caseId={opened.id} incidents={page} />}
      <Pagination
        label={words("pages")}
        newer={before && { href: here, text: words("newest") }}
        older={
          last && incidents.length > page.length
            ? { href: `${here}?before=${formatIncidentCursor(last)}`, text: words("older") }
            : undefined
        }
      />
    </SiteMain>
  );
}
