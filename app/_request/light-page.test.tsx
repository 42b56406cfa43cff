import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LeaveButton } from "@/components/ui/leave-button";
import { SiteFooter } from "@/components/ui/site-footer";
import { SiteHeader } from "@/components/ui/site-header";
import { texts } from "@/lib/platform/texts";
import { html } from "./html";
import { lightPage } from "./light-page";

const site = texts("site");
const page = async () => (await lightPage(html`<h1>A</h1>`).text()).replace(/>\s+</g, "><");

test("a light page has the very header of every other page, with the way out in it", async () => {
  const leave = (
    <LeaveButton text={site("leave")} twoMore={site("leaveTwoMore")} oneMore={site("leaveOneMore")} />
  );
  expect(await page()).toContain(renderToStaticMarkup(<SiteHeader name={site("name")} leave={leave} />));
});

test("a light page has the very footer of every other page", async () => {
  const links = [
    { href: "/safety", text: site("safety") },
    { href: "/sign-in", text: site("signIn") },
  ];
  expect(await page()).toContain(renderToStaticMarkup(<SiteFooter label={site("footer")} links={links} />));
});

test("the tab of a light page says only Notes", async () => {
  expect(await page()).toContain("<title>Notes</title>");
});
