import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { layOutLadder } from "@/lib/sip/ladder";
import { buildStory, buildStream, type Line } from "@/lib/sip/ladder-builders";
import { LadderDiagram } from "./ladder-diagram";

const call: Line[] = [
  { line: "A>B INVITE sdp", after: 0 },
  { line: "A>B INVITE sdp", after: 0.5, repeats: 1 },
  { line: "B>A 486 Busy Here INVITE", after: 3, headers: ["no colon here"] },
  { line: "A>B ACK", after: 3.1 },
];

function drawn(lines: readonly Line[], props: { page?: number; streams?: string[][] } = {}): string {
  const streams = (props.streams ?? []).map(([from = "", to = ""]) => buildStream(from, to));
  const ladder = layOutLadder(buildStory(lines), streams);
  return renderToStaticMarkup(
    <LadderDiagram ladder={ladder} page={props.page} hrefOfPage={(page) => `?ladder=${page}`} zone="UTC" />,
  );
}

const drawing = (html: string) => html.slice(html.indexOf("<svg"), html.indexOf("</svg>"));
const table = (html: string) => html.slice(html.indexOf("<tbody"), html.indexOf("</tbody>"));

test("each arrow is a link to its message, and its name tells all that the drawing tells", () => {
  expect(drawing(drawn(call))).toContain(
    'href="#message-3" class="ladder-arrow ladder-failure" aria-label="Message 3: 486 Busy Here (INVITE), from 192.0.2.2 to 192.0.2.1, 3.000 s after the start"',
  );
});

test("a refusal and a finding are told by their shape, and in words", () => {
  const html = drawn(call);
  expect(drawing(html)).toContain("ladder-cross");
  expect(drawing(html)).toContain("mark-full");
  expect(drawing(html)).toContain("1 finding");
  expect(html).toContain("Against the standard: 1");
});

test("a message sent again is drawn once and says so", () => {
  expect(drawing(drawn(call)).match(/class="ladder-arrow/g)).toHaveLength(3);
  expect(drawing(drawn(call))).toContain("sent twice");
});

test("the drawing has a title and a description, and scrolls in a region that the keyboard reaches", () => {
  const html = drawn(call);
  expect(html).toMatch(/<section class="ladder-frame" dir="ltr" tabindex="0" aria-label="[^"]+">/i);
  const [, title, about] = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(drawing(html)) ?? [];
  expect(html).toContain(`<title id="${title}">`);
  expect(html).toContain(`<desc id="${about}">`);
});

test("the table holds every row of the drawing in the same order", () => {
  const rows = table(drawn(call, { streams: [["192.0.2.1:6000", "192.0.2.2:7000"]] })).split("</tr>");
  const said = ["INVITE (SDP)", "PCMA, 250 packets, 5.0 s", "486 Busy Here (INVITE)", "ACK"];
  expect(rows).toHaveLength(said.length + 1);
  said.forEach((words, index) => {
    expect(rows[index]).toContain(words);
  });
});

test("a ladder of many pages shows one and links to its neighbours", () => {
  const lines = Array.from({ length: 130 }, (_, index) => ({ line: `A>B METHOD${index}`, after: index }));
  const html = drawn(lines, { page: 2 });
  expect(html).toContain('href="?ladder=1"');
  expect(html).toContain('href="?ladder=3"');
  expect(drawing(html).match(/<a /g)).toHaveLength(60);
});

test("hostile text of a trace stays text", () => {
  const html = drawn([{ line: "B>A 486 </svg><script>alert(1)</script> INVITE", after: 0 }]);
  expect(html).not.toContain("<script>");
  expect(html.match(/<\/svg>/g)?.length).toBe(html.match(/<svg/g)?.length);
});

test("no inline style is needed, for the page's policy allows none", () => {
  expect(drawn(call)).not.toContain("style=");
});

test("a call without messages says so", () => {
  expect(drawn([])).toContain("no message");
});
