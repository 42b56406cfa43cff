import { SiteNav } from "@/components/ui/site-nav";
import { texts } from "@/lib/platform/texts";

const rooms = [
  "incidents",
  "evidence",
  "traces",
  "tracking",
  "letters",
  "reports",
  "packets",
  "links",
  "history",
] as const;

/** The rooms of a case, and the ways out of it. */
export function CaseNav({ caseId }: { caseId: string }) {
  const words = texts("cases.nav");
  const here = `/cases/${caseId}`;
  const links = [
    { href: here, text: words("overview") },
    ...rooms.map((room) => ({ href: `${here}/${room}`, text: words(room) })),
    { href: "/cases", text: words("all") },
    { href: "/account", text: words("account") },
  ];
  return <SiteNav label={words("label")} links={links} />;
}
