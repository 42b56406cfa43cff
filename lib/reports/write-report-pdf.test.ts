import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { amendedCall, callAt, silentCallAt, threatAt } from "@/lib/incidents/build-incident";
import type { Incident, IncidentHistory } from "@/lib/incidents/incident";
import { fileOf, marasCase } from "@/lib/letters/build-letter";
import { countries } from "@/lib/platform/country";
import { canInspect, checkSyntax, flatTextOf, objectsOf, structureOf } from "@/lib/platform/pdf/inspect-pdf";
import type { ReportMaterial } from "./report";
import { writeReportPdf } from "./write-report-pdf";

const historyOf = (...versions: Incident[]): IncidentHistory => ({
  incident: versions.at(-1) as Incident,
  versions,
});
const auditHead = { sequence: 42, hash: "9f".repeat(32) };
const threat = threatAt("2026-07-03T02:01:09Z", "I know where you live.", {
  kinds: ["threat-death"],
  voice: ["man", "calm"],
  background: ["train"],
  effect: "I do not sleep.",
  witnesses: "Ines heard it.",
});
const material: ReportMaterial = {
  details: marasCase(),
  histories: [
    historyOf(callAt("2026-03-02T22:15:00Z")),
    historyOf(threat, amendedCall(threat, { reason: "I had the number wrong." })),
    historyOf(silentCallAt("2026-07-04T11:00:00Z", { firstWrittenAt: new Date("2026-07-08T09:00:00Z") })),
  ],
  traces: [],
  comparisons: [],
  files: [fileOf({ incidentId: threat.id })],
  auditHead,
  madeAt: new Date("2026-07-15T10:00:00Z"),
};
const pdfOf = (overrides: Partial<ReportMaterial> = {}) =>
  buffer(writeReportPdf({ ...material, ...overrides }));
const textOf = async (overrides: Partial<ReportMaterial> = {}) => flatTextOf(await pdfOf(overrides));

test("the same material gives the same bytes", async () => {
  expect((await pdfOf()).equals(await pdfOf())).toBe(true);
});

describe.skipIf(!canInspect)("as an investigator reads it (needs pdftotext, pdfinfo and qpdf)", () => {
  test("the file is sound and has headings, tables with headed columns and a figure in words", async () => {
    const pdf = await pdfOf();
    expect(checkSyntax(pdf)).toContain("No syntax or stream encoding errors");
    const tree = structureOf(pdf);
    for (const tag of ["H1", "H2", "H3", "Table", "Figure"])
      expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
    expect(tree).toContain("/Scope /Column");
    expect(objectsOf(pdf)).toMatch(/\/Alt \(Bar chart\. Calls per (day|week|month)/);
  });

  test("every call stands with its UTC, local time and offset", async () => {
    const text = await textOf();
    expect(text).toContain("A1 Mon 2 Mar 2026, 22:15:00 (+00:00) 2026-03-02T22:15:00Z withheld");
    expect(text).toContain("A2 Fri 3 Jul 2026, 03:01:09 (+01:00) 2026-07-03T02:01:09Z (212) 555-0142");
  });

  test("the exact words of a threat stand verbatim", async () => {
    expect((await textOf()).match(/I know where you live\./g)?.length).toBeGreaterThanOrEqual(3);
  });

  test("each file stands with its whole SHA-256 and the call it belongs to", async () => {
    const text = await textOf();
    const { sha256 } = fileOf();
    expect(text).toContain(`A2 ${sha256.slice(0, 32)} ${sha256.slice(32)}`);
  });

  test("the audit head is on the first and on the last page", async () => {
    expect((await textOf()).match(new RegExp(auditHead.hash, "g"))).toHaveLength(2);
  });

  test("amendments with their reasons, and entries written late, are told", async () => {
    const text = await textOf();
    expect(text).toContain("I had the number wrong.");
    expect(text).toMatch(/A3 2026-07-08T09:00:00Z 3 days/);
  });

  test("the effect on the person is left out unless the person chose to include it", async () => {
    expect(await textOf()).not.toContain("I do not sleep.");
    expect(await textOf({ withEffect: true })).toContain("I do not sleep.");
  });

  test("nothing says who the caller is, and nothing is called admissible", async () => {
    const text = await textOf();
    expect(text).not.toMatch(/the caller is(?! asked)|admissible|proven|proof that/i);
    expect(text).toContain("helps authenticate");
    expect(text).toContain("may belong to an innocent person");
  });

  test.each(countries)(
    "in %s it names the emergency number and says how a statement is declared",
    async (country) => {
      const text = await textOf({ details: marasCase({ country }) });
      expect(text).toMatch(/in danger now, call (911|999|000)/);
      expect(text).toMatch(/under penalty of perjury|tendered in evidence|supplies the words/);
      expect(text).toContain("Statement (draft, not signed)");
    },
  );

  test("an American report points to the rule on blocked numbers", async () => {
    expect(await textOf({ details: marasCase({ country: "US" }) })).toContain("64.1601");
  });

  test("a case without calls or files gives a short report that says so", async () => {
    const text = await textOf({ histories: [], files: [] });
    expect(text).toContain("No calls have been recorded.");
    expect(text).toContain("No files have been added.");
    expect(text).not.toContain("Chronology");
  });

  test("hostile words survive: markup, formulas, NUL, overrides, and a text of 100,000 characters", async () => {
    const whatHappened = `<script>x</script> =cmd() \0\u202e\ud800 ${"word ".repeat(20_000)}end-of-it`;
    const text = await textOf({ histories: [historyOf(callAt("2026-03-02T22:15:00Z", { whatHappened }))] });
    expect(text).toContain("<script>x</script> =cmd() [U+0000][U+202E][U+D800] word");
    expect(text).toContain("end-of-it");
  });
});
