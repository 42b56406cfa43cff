import { type Html, html } from "@/app/_request/html";
import { type Helpline, helplines } from "@/lib/jurisdictions/helplines";
import { countries } from "@/lib/platform/country";
import { defaultLocale, texts } from "@/lib/platform/texts";

/** One table a country, so that a frightened reader finds her own numbers by its heading. */
export function helplinesTable(): Html {
  const t = texts("safety.help");
  const nameOf = texts("countries");
  return html`${countries.map((country) => {
    const rows = helplines.filter((line) => line.country === country);
    return html`<div class="table-frame"><table class="stacks">
<caption>${nameOf(country)}</caption>
<thead><tr><th scope="col">${t("who")}</th><th scope="col">${t("reach")}</th><th scope="col">${t("source")}</th></tr></thead>
<tbody>${rows.map(row)}</tbody>
</table></div>`;
  })}`;
}

function row(line: Helpline): Html {
  const t = texts("safety.help");
  const who = line.kind === "support" ? line.name : t(line.kind);
  return html`<tr>
<th scope="row">${who}</th>
<td><span class="cell-header" aria-hidden="true">${t("reach")}</span><span>${reach(line)}${caveat(line)}</span></td>
<td><span class="cell-header" aria-hidden="true">${t("source")}</span><span>${source(line)}</span></td>
</tr>`;
}

function reach(line: Helpline): Html {
  const { way, contact, word = "" } = line;
  const words = texts("safety.help")(way, { contact, word });
  if (way === "web") return html`<a href="https://${contact}/" rel="nofollow noreferrer">${words}</a>`;
  if (way === "call")
    return html`<a class="tabular" href="tel:${contact.replace(/[^0-9]/g, "")}">${words}</a>`;
  return html`<span class="tabular">${words}</span>`;
}

function caveat(line: Helpline): Html | undefined {
  return line.caveat && html` ${texts("safety.help")(line.caveat)}`;
}

function source(line: Helpline): Html {
  const words = texts("safety.help")("checked", { day: dayInWords(line.checkedOn) });
  return html`<a href="${line.sourceUrl}" rel="nofollow noreferrer">${line.source}</a>, ${words}`;
}

function dayInWords(day: string): string {
  const format = new Intl.DateTimeFormat(defaultLocale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`)).replaceAll(" ", "\u00a0"); // Not broken over two lines.
}
