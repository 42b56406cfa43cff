import { heldFormPath } from "@/app/_request/held-form";
import { nextPath } from "@/app/_request/next-path";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { texts } from "@/lib/platform/texts";

/** A plain page that needs no database. */
export default async function UnavailablePage() {
  const words = texts("unavailable");
  const path = await heldFormPath();
  return (
    <SiteMain>
      <PageHeading>{words("heading")}</PageHeading>
      <p>{words("nothing")}</p>
      {path && <p>{words("held")}</p>}
      <p>{words("wait")}</p>
      <ButtonLink href={nextPath(path)}>{path ? words("again") : words("cases")}</ButtonLink>
    </SiteMain>
  );
}
