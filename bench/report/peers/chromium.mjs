// The same blocks as a web page that Chromium prints, tagged as ours is. Arguments: the blocks, and the browser.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { answerTurns } from "../answer-turns.mjs";
import { fonts } from "./fonts.mjs";

const blocks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const face = (name, weight) =>
  `@font-face { font-family: DejaVu; font-weight: ${weight}; src: url(data:font/ttf;base64,${readFileSync(fonts[name]).toString("base64")}) }`;
const style = `${face("text", 400)} ${face("bold", 700)} body { font: 10pt/1.5 DejaVu } table { width: 100%; font-size: 8pt; border-collapse: collapse }
  td, th { border-bottom: 0.4pt solid #ccc; text-align: left; vertical-align: top } .small { font-size: 8.5pt } p, td { white-space: pre-line }`;

const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.argv[3], args: sandbox });
const page = await browser.newPage();
process.on("disconnect", () => browser.close());

answerTurns(async () => {
  await page.setContent(
    `<!doctype html><html lang="en"><style>${style}</style>${blocks.map(htmlOf).join("\n")}</html>`,
  );
  const margin = { top: "0.94in", bottom: "1in", left: "0.89in", right: "0.89in" };
  return [await page.pdf({ format: "A4", margin, tagged: true, timeout: 0 })];
});

function htmlOf(block) {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p class="${block.style ?? ""}">${escaped(block.text)}</p>`;
    case "quote":
      return `<blockquote><p>${escaped(block.text)}</p><p class="small">${escaped(block.source)}</p></blockquote>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "facts":
      return `<table>${block.pairs.map(({ name, text }) => row([name, text])).join("")}</table>`;
    case "table":
      return `<table><thead><tr>${block.columns.map(({ title }) => `<th>${escaped(title)}</th>`).join("")}</tr></thead>${block.rows.map(row).join("")}</table>`;
    case "bars":
      return `<p>${escaped(block.alt)}</p>`;
    case "notice":
      return `<h3>${escaped(block.title)}</h3><p>${escaped(block.text)}</p>`;
    case "blank-lines":
      return block.labels.map((label) => `<p class="small">${escaped(label)}</p>`).join("");
    default:
      return "";
  }
}

function row([first, ...rest]) {
  return `<tr><th>${escaped(first)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
