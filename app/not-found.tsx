import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { texts } from "@/lib/platform/texts";

export default function NotFound() {
  const t = texts("notFound");
  return (
    <SiteMain>
      <PageHeading>{t("heading")}</PageHeading>
      <p>{t("typed")}</p>
      <p>{t("ended")}</p>
      <p>
        <a href="/">{t("start")}</a>
      </p>
    </SiteMain>
  );
}
