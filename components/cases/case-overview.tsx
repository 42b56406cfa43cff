import { IncidentTable } from "@/components/incidents/incident-table";
import { SummaryList } from "@/components/ui/summary-list";
import { TaskList } from "@/components/ui/task-list";
import type { OwnedCase } from "@/lib/cases/case";
import type { Incident } from "@/lib/incidents/incident";
import { texts } from "@/lib/platform/texts";

/** What is there of a case so far, told in one list. */
export function CaseFacts({ case: opened }: { case: OwnedCase }) {
  const words = texts("cases.overview");
  const { country, zone, lines } = opened.details;
  const numbers = lines.map(({ number, provider }) => [number, provider].filter(Boolean).join(", "));
  const rows = [
    { key: "lines", term: words("lines"), value: numbers.join("; ") || words("noLines") },
    { key: "country", term: words("country"), value: texts("countries")(country) },
    { key: "zone", term: words("zone"), value: zone.replaceAll("_", " ") },
  ];
  return <SummaryList rows={rows} />;
}

export type Progress = {
  calls: number;
  files: number;
  letters: number;
  reports: number;
  packets: number;
  links: number;
};

/** What to do next: each step with whether it was done at least once. */
export function NextSteps({ caseId, progress }: { caseId: string; progress: Progress }) {
  const words = texts("cases.overview");
  const here = `/cases/${caseId}`;
  const status = (count: number) => (count > 0 ? words("done") : words("notYet"));
  const steps = [
    {
      key: "log",
      title: words("taskLog"),
      hint: words("taskLogHint"),
      href: `${here}/incidents/new`,
      count: progress.calls,
    },
    { key: "file", title: words("taskFile"), href: `${here}/evidence`, count: progress.files },
    {
      key: "letter",
      title: words("taskLetter"),
      hint: words("taskLetterHint"),
      href: `${here}/letters`,
      count: progress.letters,
    },
    { key: "report", title: words("taskReport"), href: `${here}/reports`, count: progress.reports },
    { key: "packet", title: words("taskPacket"), href: `${here}/packets`, count: progress.packets },
    { key: "link", title: words("taskLink"), href: `${here}/links`, count: progress.links },
  ];
  return <TaskList tasks={steps.map(({ count, ...step }) => ({ ...step, status: status(count) }))} />;
}

/** The latest calls, with the way to all of them. */
export function LatestCalls({ caseId, incidents }: { caseId: string; incidents: readonly Incident[] }) {
  const words = texts("cases.overview");
  if (incidents.length === 0) return null;
  return (
    <>
      <h2>{words("timeline")}</h2>
      <IncidentTable caseId={caseId} incidents={incidents} />
      <p>
        <a href={`/cases/${caseId}/incidents`}>{words("allCalls")}</a>
      </p>
    </>
  );
}
