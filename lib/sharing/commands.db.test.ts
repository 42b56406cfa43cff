import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditHead, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { contentAt } from "@/lib/incidents/build-incident";
import { logIncident } from "@/lib/incidents/commands";
import { listAllIncidents } from "@/lib/incidents/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { whileWritingFails } from "@/lib/platform/test-tampering";
import type { CaseLink } from "@/prisma/generated/client";
import {
  createCaseLink,
  endLinkSession,
  type LinkSecrets,
  openCaseLink,
  recordReading,
  revokeCaseLink,
} from "./commands";
import { listCaseLinks, openSharedCase } from "./queries";

useDatabase();

type Theo = { linkId: string; secret: string; passcode: string };
const WRONG = { ok: false, code: "WRONG_CODE" };
const WAIT = { ok: false, code: "WAIT" };
const CLOSED = { ok: false, code: "LINK_CLOSED" };
const DAYS = 24 * 60;
let mara: Person;
let ines: OwnedCase;
let opened: OwnedCase;
/** What Theo holds: the link, its secret, and the passcode that Mara told him. */
let theo: Theo;
let provider: Theo;
let pristine: CaseLink;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
  opened = await newCaseOf(mara.owner);
  theo = await linkFor("DC Theo Example");
  provider = await linkFor("Provider");
  pristine = await rowOf(theo);
});
// As new for each test: making a link takes its while.
beforeEach(() => db().caseLink.update({ where: { id: theo.linkId }, data: pristine }));

function rowOf({ linkId }: Theo): Promise<CaseLink> {
  return db().caseLink.findUniqueOrThrow({ where: { id: linkId } });
}

async function linkFor(recipient: string, to = opened): Promise<Theo> {
  const given = { recipient, agency: "Police", days: 3, allowDownload: true, formKey: newId() };
  const made = await createCaseLink(to, given, NOW);
  if (!made.ok) return expect.fail(made.code);
  const link = (await listCaseLinks(to)).find(({ id }) => id === made.value.id);
  return { linkId: made.value.id, secret: link?.secret ?? "", passcode: made.value.passcode };
}

async function opensWith(given: Theo, at = NOW): Promise<LinkSecrets> {
  const open = await openCaseLink(given, at);
  return open.ok ? open.value : expect.fail(open.code);
}

const wrong = () => ({ ...theo, passcode: theo.passcode === "00000000" ? "00000001" : "00000000" });

/** The link as Mara's list shows it. */
async function shownLink() {
  return (await listCaseLinks(opened)).find(({ id }) => id === theo.linkId);
}

/** Tries a wrong passcode so often, waiting whenever one has to, and gives the answers. */
async function tryWrong(times: number, startAt = NOW): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let at = startAt; answers.length < times; ) {
    const answer = await openCaseLink(wrong(), at);
    if (!answer.ok && answer.code === "WAIT") at = new Date(at.getTime() + 15 * 60_000 + 1);
    else answers.push(answer);
  }
  return answers;
}

/** As if so many wrong passcodes had been tried, which takes a while. */
async function alreadyTried(failedTries: number): Promise<void> {
  await db().caseLink.update({ where: { id: theo.linkId }, data: { failedTries } });
}

describe("a case link", () => {
  test("opens the case for reading, with secret and passcode together", async () => {
    await logIncident(opened, { content: contentAt("2026-03-02T22:15:00Z"), formKey: newId() }, NOW);
    const shared = await openSharedCase(theo.linkId, await opensWith(theo), NOW);
    expect(shared).toMatchObject({
      recipient: "DC Theo Example",
      allowDownload: true,
      case: { access: "reader", id: opened.id },
    });
    expect(await listAllIncidents(shared?.case ?? expect.fail())).toHaveLength(1);
  });

  test("does not open with a wrong secret, a wrong passcode, or the secret of another link", async () => {
    const { secret, passcode } = provider;
    for (const given of [wrong(), { ...theo, secret: "a".repeat(52) }, { ...theo, secret, passcode }])
      expect(await openCaseLink(given, NOW)).toEqual(WRONG);
  });

  test("that never was answers like one that is closed", async () => {
    for (const linkId of [newId(), "", "../../cases"])
      expect(await openCaseLink({ ...theo, linkId }, NOW)).toEqual(CLOSED);
  });

  test("closes when its days are over, for a new opening and for one that stands", async () => {
    const before = minutesLater(3 * DAYS - 1);
    const secrets = await opensWith(theo, before);
    expect(await openSharedCase(theo.linkId, secrets, before)).toBeDefined();
    expect(await openSharedCase(theo.linkId, secrets, minutesLater(3 * DAYS))).toBeUndefined();
    expect(await openCaseLink(theo, minutesLater(3 * DAYS))).toEqual(CLOSED);
  });

  test("of the same form sent twice is made once: its passcode was shown then", async () => {
    const before = (await listCaseLinks(opened)).length;
    const given = { recipient: "Twice", agency: "", days: 3, allowDownload: false, formKey: newId() };
    expect(await createCaseLink(opened, given, NOW)).toMatchObject({ ok: true });
    expect(await createCaseLink(opened, given, NOW)).toEqual({ ok: false, code: "MADE_ALREADY" });
    expect(await listCaseLinks(opened)).toHaveLength(before + 1);
  });

  test("and its event are both there, or neither", async () => {
    const other = await newCaseOf(mara.owner);
    await expect(whileWritingFails("AuditEvent", () => linkFor("Nobody", other))).rejects.toThrow();
    expect(await listCaseLinks(other)).toEqual([]);
  });

  test("lies in the database without recipient, secret, passcode or case key", async () => {
    const row = await rowOf(theo);
    const stored = Buffer.concat([row.sealed, row.wrappedKey, row.passcodeSalt]);
    for (const secret of ["Theo", "Police", theo.secret, theo.passcode])
      expect(stored.includes(secret)).toBe(false);
    expect(stored.includes(Buffer.from(opened.key))).toBe(false);
  });
});

describe("wrong passcodes", () => {
  test("are counted where Mara sees them", async () => {
    await tryWrong(2);
    expect(await shownLink()).toMatchObject({ failedTries: 2 });
  });

  test("let the link wait a quarter of an hour after five, even for the right one", async () => {
    expect(await tryWrong(5)).toEqual(Array(5).fill(WRONG));
    for (const given of [theo, wrong()]) expect(await openCaseLink(given, NOW)).toEqual(WAIT);
    expect(await openCaseLink(theo, minutesLater(14.9))).toEqual(WAIT);
    await opensWith(theo, minutesLater(15.1));
  });

  test("are forgotten after the right one", async () => {
    await alreadyTried(4);
    await opensWith(theo);
    expect(await shownLink()).toMatchObject({ failedTries: 0 });
  });

  test("revoke the link after twenty, for good", async () => {
    await alreadyTried(18);
    expect(await tryWrong(2)).toEqual([WRONG, WRONG]);
    const later = minutesLater(120);
    expect(await openCaseLink(theo, later)).toEqual(CLOSED);
    expect(await shownLink()).toMatchObject({ revokedAt: later });
    expect(await openCaseLink(theo, minutesLater(DAYS))).toEqual(CLOSED);
  });

  test("tried at the same moment count like those tried one after the other", async () => {
    await alreadyTried(16);
    const answers = await Promise.all(Array.from({ length: 15 }, () => openCaseLink(wrong(), NOW)));
    expect(answers.filter((answer) => !answer.ok && answer.code === "WRONG_CODE").length).toBeLessThanOrEqual(
      4,
    );
    expect(await openCaseLink(theo, minutesLater(DAYS))).toEqual(CLOSED);
  });

  test("of one link do not close another", async () => {
    await alreadyTried(4);
    await tryWrong(1);
    await opensWith(provider);
  });
});

describe("a reader's session", () => {
  test("opens its own link's page and no other's", async () => {
    const secrets = await opensWith(theo);
    const elsewhere = await linkFor("Ines's reader", ines);
    expect(await openSharedCase(theo.linkId, secrets, NOW)).toBeDefined();
    for (const { linkId } of [provider, elsewhere])
      expect(await openSharedCase(linkId, secrets, NOW)).toBeUndefined();
  });

  test("needs both of its cookies", async () => {
    const [one, two] = [await opensWith(theo), await opensWith(theo)];
    expect(await openSharedCase(theo.linkId, { token: one.token, key: two.key }, NOW)).toBeUndefined();
    expect(
      await openSharedCase(theo.linkId, { token: new Uint8Array(32), key: one.key }, NOW),
    ).toBeUndefined();
  });

  test("ends after half an hour", async () => {
    const secrets = await opensWith(theo);
    expect(await openSharedCase(theo.linkId, secrets, minutesLater(29.9))).toBeDefined();
    expect(await openSharedCase(theo.linkId, secrets, minutesLater(30))).toBeUndefined();
  });

  test("ends when the reader ends it", async () => {
    const [one, two] = [await opensWith(theo), await opensWith(theo)];
    await endLinkSession(one.token);
    expect(await openSharedCase(theo.linkId, one, NOW)).toBeUndefined();
    expect(await openSharedCase(theo.linkId, two, NOW)).toBeDefined();
  });

  test("ends at once when Mara revokes the link, and the link's key is gone from the database", async () => {
    const secrets = await opensWith(theo);
    expect(await revokeCaseLink(opened, theo.linkId, minutesLater(1))).toBe(true);
    expect(await openSharedCase(theo.linkId, secrets, minutesLater(1))).toBeUndefined();
    expect(await openCaseLink(theo, minutesLater(1))).toEqual(CLOSED);
    expect((await rowOf(theo)).wrappedKey).toHaveLength(0);
    expect(await db().linkSession.count({ where: { linkId: theo.linkId } })).toBe(0);
  });
});

describe("revoking", () => {
  test("twice is as good as once, with one event", async () => {
    const before = await readAuditHead(opened);
    await revokeCaseLink(opened, theo.linkId, minutesLater(1));
    expect(await revokeCaseLink(opened, theo.linkId, minutesLater(2))).toBe(true);
    expect(await shownLink()).toMatchObject({ revokedAt: minutesLater(1) });
    const [newest] = await readAuditPage(opened, { size: 1 });
    const event = { action: "link.revoked", actor: { kind: "owner" }, subject: theo.linkId };
    expect(newest).toMatchObject({ sequence: before.sequence + 1, event });
  });

  test("another person's link is revoking one that does not exist", async () => {
    for (const asked of [theo.linkId, newId(), "link"])
      expect(await revokeCaseLink(ines, asked, NOW)).toBe(false);
    expect(await listCaseLinks(ines)).not.toContainEqual(expect.objectContaining({ id: theo.linkId }));
    await opensWith(theo);
  });
});

test("what a reader opened, looked at, heard and took is in Mara's chain, with his name as she wrote it", async () => {
  const shared = (await openSharedCase(theo.linkId, await opensWith(theo), NOW)) ?? expect.fail();
  const file = newId();
  await recordReading(shared, "link.viewed", theo.linkId, minutesLater(1));
  await recordReading(shared, "link.heard", file, minutesLater(2));
  await recordReading(shared, "link.downloaded", file, minutesLater(3));
  const actor = { kind: "reader", linkId: theo.linkId, recipient: "DC Theo Example" };
  expect((await readAuditPage(opened, { size: 4 })).map(({ event }) => event)).toEqual([
    { action: "link.downloaded", actor, subject: file },
    { action: "link.heard", actor, subject: file },
    { action: "link.viewed", actor, subject: theo.linkId },
    { action: "link.opened", actor, subject: theo.linkId },
  ]);
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
});

test("what cannot be written into the chain is not opened", async () => {
  const before = await db().linkSession.count();
  await expect(whileWritingFails("AuditEvent", () => openCaseLink(theo, NOW))).rejects.toThrow();
  expect(await db().linkSession.count()).toBe(before);
});
