import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/platform/test-database";
import { listSessions, readOwner } from "../queries";
import { inAnotherBrowser, minutesLater, NOW, type Person, signUp } from "../test-people";
import { endOtherSessions, endOwnSession, endSession } from "./end-sessions";

useDatabase();

let mara: Person;
let phone: Person;
let laptop: Person;
let ines: Person;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await signUp("Ines");
});

beforeEach(async () => {
  phone = await inAnotherBrowser(mara);
  await endOtherSessions(phone.owner);
  laptop = await inAnotherBrowser(mara, minutesLater(1));
});

const isOpen = async ({ secrets }: Person) => (await readOwner(secrets, minutesLater(2))) !== undefined;

test("the list shows the person's live sessions, newest first, and which one this is", async () => {
  const shown = await listSessions(phone.owner, minutesLater(2));
  expect(shown).toMatchObject([
    { id: laptop.owner.sessionId, agent: "Firefox", isCurrent: false, createdAt: minutesLater(1) },
    { id: phone.owner.sessionId, agent: "Firefox", isCurrent: true, createdAt: NOW },
  ]);
});

test("a session that idled out is not in the list", async () => {
  expect(await listSessions(phone.owner, minutesLater(30.5))).toMatchObject([{ id: laptop.owner.sessionId }]);
});

test("signing out ends this session and no other", async () => {
  await endSession(phone.secrets.token);
  expect([await isOpen(phone), await isOpen(laptop)]).toEqual([false, true]);
});

test("ending another of one's own sessions works at once", async () => {
  expect(await endOwnSession(phone.owner, laptop.owner.sessionId)).toBe(true);
  expect([await isOpen(phone), await isOpen(laptop)]).toEqual([true, false]);
});

test("ending all others leaves this one", async () => {
  await endOtherSessions(laptop.owner);
  expect([await isOpen(phone), await isOpen(laptop), await isOpen(ines)]).toEqual([false, true, true]);
});

test("nobody can end another person's session, nor learn that there is one", async () => {
  expect(await endOwnSession(ines.owner, phone.owner.sessionId)).toBe(false);
  expect(await isOpen(phone)).toBe(true);
});
