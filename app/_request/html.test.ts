import { expect, test } from "vitest";
import { html, ownMarkup } from "./html";

test("typed words can neither open a tag nor leave an attribute", () => {
  const typed = `<script>"'&`;
  expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  );
});

test("an object that only looks like HTML is no HTML", () => {
  const forged = { text: "<b>" } as unknown as string;
  expect(html`${forged}`.text).not.toContain("<b>");
});

test("what html made is inserted as it is, lists one after the other, nothing as nothing", () => {
  const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${undefined}${false}${0}</ul>`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li>0</ul>");
  expect(html`${ownMarkup("<b>")}`.text).toBe("<b>");
});
