import { helplinesTable } from "@/app/_request/helplines-table";
import { type Html, html } from "@/app/_request/html";
import { lightPage } from "@/app/_request/light-page";
import { texts } from "@/lib/platform/texts";

const device = ["other", "watched", "shared", "calls", "network"] as const;
const leaving = ["button", "keys", "scripts", "cannot", "tab"] as const;
const leaveOut = ["address", "health", "passwords", "guesses"] as const;
const calling = ["engage", "persist", "keep", "innocent", "danger"] as const;

export function GET(): Response {
  const t = texts("safety");
  return lightPage(html`
<header class="page-heading">
<h1>${t("heading")}</h1>
<p class="lead">${t("lead")}</p>
</header>

<h2>${t("device.heading")}</h2>
${paragraphs(device.map((key) => t(`device.${key}`)))}

<h2>${t("leaving.heading")}</h2>
${paragraphs(leaving.map((key) => t(`leaving.${key}`)))}

<h2>${t("calling.heading")}</h2>
${paragraphs(calling.map((key) => t(`calling.${key}`)))}

<h2>${t("writing.heading")}</h2>
<p>${t("writing.why")}</p>
<ul>${leaveOut.map((key) => html`<li>${t(`writing.${key}`)}</li>`)}</ul>
<p>${t("writing.unchanged")}</p>

<h2 id="help">${t("help.heading")}</h2>
<p>${t("help.intro")}</p>
${helplinesTable()}

<p><a href="/">${t("start")}</a></p>`);
}

function paragraphs(words: readonly string[]): Html[] {
  return words.map((sentence) => html`<p>${sentence}</p>`);
}
