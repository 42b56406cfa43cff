import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/lib/platform/test-database";
import { minutesLater, NOW, PASSWORD, signUp } from "../test-people";
import { signIn } from "./sign-in";
import { countTry, forgetTries, sweepTries, type Trier } from "./throttle";

useDatabase();

beforeAll(() => signUp("Mara"));

/** How many of `count` tries made one after the other are let through. */
async function passed(count: number, trier: Trier, at = NOW): Promise<number> {
  let through = 0;
  for (let made = 0; made < count; made++) if (!(await countTry("sign-in", trier, at))) through += 1;
  return through;
}

test("ten tries at one name from one place are let through, and no more for a quarter of an hour", async () => {
  const trier = { name: "Theo", address: "192.0.2.1" };
  expect(await passed(12, trier)).toBe(10);
  expect(await passed(1, trier, minutesLater(14))).toBe(0);
  expect(await passed(1, trier, minutesLater(16))).toBe(1);
});

test("tries made at the same moment count like tries made one after the other", async () => {
  const trier = { name: "Parallel", address: "192.0.2.2" };
  const verdicts = await Promise.all(Array.from({ length: 40 }, () => countTry("sign-in", trier, NOW)));
  expect(verdicts.filter((isTooMany) => !isTooMany).length).toBeLessThanOrEqual(10);
});

test("a guesser who changes the address gets 40 tries at one name in two hours", async () => {
  let through = 0;
  for (let host = 1; host <= 45; host++)
    through += await passed(1, { name: "Ines", address: `198.51.100.${host}` });
  expect(through).toBe(40);
});

test("a guesser who changes the name gets 50 tries from one address", async () => {
  let through = 0;
  for (let guess = 1; guess <= 55; guess++)
    through += await passed(1, { name: `Guess ${guess}`, address: "2001:db8::1" });
  expect(through).toBe(50);
});

test("another spelling of a name is no other name", async () => {
  expect(await passed(10, { name: "Spelt" })).toBe(10);
  expect(await passed(1, { name: " SPELT " })).toBe(0);
});

test("what is throttled at one door is open at another", async () => {
  await passed(10, { name: "Doors" });
  expect(await countTry("sign-in", { name: "Doors" }, NOW)).toBe(true);
  expect(await countTry("recover", { name: "Doors" }, NOW)).toBe(false);
});

test("after the right password the wrong ones of before are forgotten, but not those of the whole address", async () => {
  const trier = { name: "Tired", address: "192.0.2.3" };
  await passed(9, trier);
  await forgetTries("sign-in", trier);
  expect(await passed(11, trier)).toBe(10);
  expect(await passed(50, { address: "192.0.2.3" })).toBe(30);
});

test("too many tries shut out even the right password, and say nothing of whether it was right", async () => {
  const tryIn = (name: string, password: string) => signIn({ name, password, agent: "Firefox" }, NOW);
  await passed(10, { name: "Mara" });
  const right = await tryIn("Mara", PASSWORD);
  await passed(10, { name: "Nobody" });
  expect(right).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
  expect(await tryIn("Nobody", PASSWORD)).toEqual(right);
  expect(
    await signIn({ name: "Mara", password: PASSWORD, agent: "Firefox" }, minutesLater(16)),
  ).toMatchObject({ ok: true });
});

test("what is kept of a try tells neither name nor address, and is swept away when no limit looks at it", async () => {
  await passed(1, { name: "Canary", address: "203.0.113.7" });
  const rows = await db().attempt.findMany();
  const stored = Buffer.concat(rows.map((row) => Buffer.from(row.tag)));
  for (const word of ["Canary", "canary", "203.0.113.7"]) expect(stored.includes(word)).toBe(false);
  await sweepTries(minutesLater(121));
  expect(await db().attempt.count({ where: { at: NOW } })).toBe(0);
});
