import { SiteNav } from "@/components/ui/site-nav";
import { texts } from "@/lib/platform/texts";

export function AccountNav() {
  const words = texts("account.nav");
  const links = [
    { href: "/cases", text: words("cases") },
    { href: "/account", text: words("account") },
  ];
  return <SiteNav label={words("label")} links={links} />;
}
