import { html, ownMarkup } from "@/app/_request/html";
import { lightPage } from "@/app/_request/light-page";
import { texts } from "@/lib/platform/texts";

const does = ["record", "number", "provider", "police", "investigator"] as const;
const doesNot = ["find", "contact", "law", "emergency"] as const;

export function GET(): Response {
  const t = texts("landing");
  const linked = (key: "safetyFirst" | "danger", href: string) =>
    ownMarkup(t.markup(key, { link: (words) => `<a href="${href}">${words}</a>` }));
  return lightPage(html`
<header class="page-heading">
<h1>${t("heading")}</h1>
<p class="lead">${t("lead")}</p>
</header>
<div class="inset inset-plain">
<p>${linked("safetyFirst", "/safety")}</p>
<p>${linked("danger", "/safety#help")}</p>
</div>
<div class="button-row">
<a class="button" href="/sign-up">${t("createAccount")}</a>
<a class="button button-secondary" href="/sign-in">${t("signIn")}</a>
</div>
<p class="hint">${t("needed")}</p>

<h2>${t("does.heading")}</h2>
<ul>${does.map((key) => html`<li>${ownMarkup(t.markup(`does.${key}`, { b: strong }))}</li>`)}</ul>

<h2>${t("doesNot.heading")}</h2>
<ul>${doesNot.map((key) => html`<li>${t(`doesNot.${key}`)}</li>`)}</ul>

<h2>${t("privacy.heading")}</h2>
<p>${t("privacy.locked")}</p>
<p>${t("privacy.lost")}</p>
<p>${t("privacy.shared")}</p>

<details class="disclosure">
<summary>${t("link.heading")}</summary>
<div><p>${t("link.open")}</p><p>${t("link.passcode")}</p><p>${t("link.ended")}</p></div>
</details>`);
}

function strong(words: string): string {
  return `<strong>${words}</strong>`;
}
