import { type Html, html } from "@/app/_request/html";
import { leaveScript, styleSheets } from "@/app/_request/public-files";
import { defaultLocale, directions, texts } from "@/lib/platform/texts";

/** A whole page without React, under 30 kB with its style: for people who have not signed in. */
export function lightPage(main: Html): Response {
  return new Response(`<!doctype html>${documentAround(main).text}`, {
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}

function documentAround(main: Html): Html {
  const site = texts("site");
  return html`<html lang="${defaultLocale}" dir="${directions[defaultLocale]}">
<head>
<meta charset="utf-8">
<title>${site("tabTitle")}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<link rel="icon" href="/icon.svg">
${styleSheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}
<script src="${leaveScript}" async></script>
</head>
<body>
<a class="skip-link" href="#main">${site("skip")}</a>
${siteHeader()}
<main id="main" tabindex="-1">${main}</main>
${siteFooter()}
</body>
</html>`;
}

function siteHeader(): Html {
  const site = texts("site");
  return html`<header class="site-header"><div>
<a class="word-mark" href="/">${site("name")}</a>
<a class="leave" href="/leave" rel="nofollow noreferrer" data-leave="">${site("leave")}</a>
<span class="visually-hidden" role="status" data-leave-status="" data-two-more="${site("leaveTwoMore")}" data-one-more="${site("leaveOneMore")}"></span>
</div></header>`;
}

function siteFooter(): Html {
  const site = texts("site");
  return html`<footer class="site-footer"><nav aria-label="${site("footer")}"><ul>
<li><a href="/safety">${site("safety")}</a></li>
<li><a href="/sign-in">${site("signIn")}</a></li>
</ul></nav></footer>`;
}
