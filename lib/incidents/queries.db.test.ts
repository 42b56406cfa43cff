import { beforeAll, expect, test } from "vitest";
import { NOW, type Person, signUp } from "@/lib/account/test-people";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { contentAt } from "./build-incident";
import { amendIncident, logIncident } from "./commands";
import type { Incident } from "./incident";
import { formatIncidentCursor, parseIncidentCursor } from "./incident-cursor";
import { countIncidents, listAllIncidents, listIncidents } from "./queries";

useDatabase();

let mara: Person;
let opened: OwnedCase;
beforeAll(async () => {
  mara = await signUp("Mara");
  opened = await newCaseOf(mara.owner);
  // Three calls a minute for five minutes: pages of four end in the middle of equal times.
  for (let minute = 0; minute < 5; minute++)
    for (let call = 0; call < 3; call++) await logCall(opened, `2026-03-02T22:1${minute}:00Z`);
});

const logCall = (to: OwnedCase, instant: string) =>
  logIncident(to, { content: contentAt(instant), formKey: newId() }, NOW);

/** Every page of the list, as a person goes through it by the links on the pages. */
async function pages(from: OwnedCase, size: number): Promise<Incident[][]> {
  const read: Incident[][] = [];
  for (let before: string | undefined; read.length < 20; ) {
    const page = await listIncidents(from, { before: parseIncidentCursor(before), size });
    read.push(page);
    const last = page.at(-1);
    if (!last || page.length < size) return read;
    before = formatIncidentCursor(last);
  }
  return expect.fail("the pages do not end");
}

test.each([1, 2, 4, 15, 100])(
  "pages of %i neither lose nor double an entry with equal times",
  async (size) => {
    const ids = (await pages(opened, size)).flat().map(({ id }) => id);
    expect(ids).toEqual((await listAllIncidents(opened)).reverse().map(({ id }) => id));
    expect(new Set(ids).size).toBe(15);
  },
);

test("the latest call comes first, whenever it was written down", async () => {
  const starts = (await pages(opened, 4)).flat().map(({ content }) => content.time.utc);
  expect(starts).toEqual([...starts].sort().reverse());
});

test("a call logged while somebody pages through moves no page", async () => {
  const other = await newCaseOf(mara.owner);
  for (let minute = 0; minute < 6; minute++) await logCall(other, `2026-03-02T22:1${minute}:00Z`);
  const first = await listIncidents(other, { size: 3 });
  await logCall(other, "2026-03-03T09:00:00Z");
  const last = first.at(-1) as Incident;
  const second = await listIncidents(other, {
    before: parseIncidentCursor(formatIncidentCursor(last)),
    size: 3,
  });
  expect([...first, ...second].map(({ content }) => content.time.utc.slice(14, 16))).toEqual([
    "15",
    "14",
    "13",
    "12",
    "11",
    "10",
  ]);
});

test("the list shows the newest version of each, also where the numbers of versions differ", async () => {
  const other = await newCaseOf(mara.owner);
  for (let amendments = 0; amendments < 3; amendments++) {
    const id = await logCall(other, `2026-03-02T22:1${amendments}:00Z`);
    for (let version = 1; version <= amendments; version++) {
      const content = contentAt(`2026-03-02T22:1${amendments}:00Z`, { effect: `version ${version + 1}` });
      await amendIncident(other, { id, seenVersion: version, reason: "again", content }, NOW);
    }
  }
  const shown = await listIncidents(other, { size: 10 });
  expect(shown.map(({ version, content }) => [version, content.effect])).toEqual([
    [3, "version 3"],
    [2, "version 2"],
    [1, ""],
  ]);
});

test("a case without calls has an empty first page", async () => {
  const other = await newCaseOf(mara.owner);
  expect(await listIncidents(other, { size: 10 })).toEqual([]);
  expect(await countIncidents(other)).toBe(0);
});

test.each(["", "x", "1_2", `${"9".repeat(15)}_${newId()}`, "-1_00000000-0000-4000-8000-00000000000"])(
  "the place %j, which somebody made up, is no fault",
  async (place) => {
    expect(await listIncidents(opened, { before: parseIncidentCursor(place), size: 3 })).toHaveLength(3);
  },
);
