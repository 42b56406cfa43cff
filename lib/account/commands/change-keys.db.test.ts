import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "@/lib/platform/test-database";
import { readAccount, readOwner } from "../queries";
import { newRecoveryKey } from "../recovery-key";
import { inAnotherBrowser, NOW, PASSWORD, type Person, signedIn, signUp } from "../test-people";
import {
  changePassword,
  confirmRecoveryKey,
  isOwnPassword,
  recoverAccount,
  renewRecoveryKey,
} from "./change-keys";
import { signIn } from "./sign-in";

useDatabase();

const NEW_PASSWORD = "a much better evening";
const FAILED = { ok: false, code: "SIGN_IN_FAILED" };
const isOpen = async ({ secrets }: Person) => (await readOwner(secrets, NOW)) !== undefined;
const tryIn = (name: string, password: string) => signIn({ name, password, agent: "Firefox" }, NOW);

async function recoveryKeyOf({ owner }: Person): Promise<string> {
  return (await readAccount(owner)).recoveryKey ?? expect.fail("the recovery key should still be there");
}

describe("the recovery key", () => {
  let mara: Person;
  beforeAll(async () => {
    mara = await signUp("Mara");
  });

  test("is kept only until it was typed back", async () => {
    const key = await recoveryKeyOf(mara);
    expect(mara.owner.hasSavedRecoveryKey).toBe(false);
    expect(await confirmRecoveryKey(mara.owner, newRecoveryKey())).toEqual({
      ok: false,
      code: "RECOVERY_KEY_DIFFERS",
    });
    expect(await confirmRecoveryKey(mara.owner, "no key at all")).toEqual({
      ok: false,
      code: "RECOVERY_KEY_DIFFERS",
    });
    expect(await readAccount(mara.owner)).toHaveProperty("recoveryKey", key);
    expect(await confirmRecoveryKey(mara.owner, key.toLowerCase())).toEqual({ ok: true, value: true });
    expect(await readAccount(mara.owner)).toEqual({ name: "Mara", recoveryKey: undefined });
    expect(await readOwner(mara.secrets, NOW)).toMatchObject({ hasSavedRecoveryKey: true });
  });

  test("of another person, or of nobody, opens nothing", async () => {
    const given = { recoveryKey: newRecoveryKey(), password: NEW_PASSWORD };
    expect(await recoverAccount(given, NOW)).toEqual({ ok: false, code: "RECOVERY_FAILED" });
    expect(await recoverAccount({ ...given, recoveryKey: "" }, NOW)).toEqual({
      ok: false,
      code: "RECOVERY_FAILED",
    });
  });

  test("opens the account without the password, sets a new one, and ends every session", async () => {
    const theo = await signUp("Theo");
    const recoveryKey = await recoveryKeyOf(theo);
    const opened = await recoverAccount({ recoveryKey, password: NEW_PASSWORD }, NOW);
    expect(opened).toEqual({ ok: true, value: { id: theo.owner.id, key: theo.owner.key, name: "Theo" } });
    expect(await isOpen(theo)).toBe(false);
    expect(await tryIn("Theo", PASSWORD)).toEqual(FAILED);
    expect((await signedIn("Theo", NEW_PASSWORD)).owner.key).toEqual(theo.owner.key);
  });

  test("that was replaced opens nothing any more, and the new one does", async () => {
    const before = await signUp("Renate");
    const old = await recoveryKeyOf(before);
    await renewRecoveryKey(before.owner);
    const renewed = await recoveryKeyOf(before);
    expect(await recoverAccount({ recoveryKey: old, password: NEW_PASSWORD }, NOW)).toEqual({
      ok: false,
      code: "RECOVERY_FAILED",
    });
    expect(await recoverAccount({ recoveryKey: renewed, password: NEW_PASSWORD }, NOW)).toMatchObject({
      value: { key: before.owner.key },
    });
  });

  test("may be tried 50 times from one address in a quarter of an hour", async () => {
    const given = { recoveryKey: newRecoveryKey(), password: NEW_PASSWORD, address: "192.0.2.50" };
    const codes = [];
    for (let tries = 0; tries < 51; tries++) codes.push(await recoverAccount(given, NOW));
    expect(codes[49]).toEqual({ ok: false, code: "RECOVERY_FAILED" });
    expect(codes[50]).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
  });
});

describe("changing the password", () => {
  let ines: Person;
  let people = 0;
  beforeEach(async () => {
    ines = await signUp(`Ines ${people++}`);
  });

  test("needs the current one", async () => {
    const given = { currentPassword: "not this evening", password: NEW_PASSWORD };
    expect(await changePassword(ines.owner, given, NOW)).toEqual({ ok: false, code: "PASSWORD_WRONG" });
    expect((await signedIn(ines.name)).owner.id).toBe(ines.owner.id);
  });

  test("kills the old one, keeps the account's key and this session, and ends the others", async () => {
    const elsewhere = await inAnotherBrowser(ines);
    const given = { currentPassword: PASSWORD, password: NEW_PASSWORD };
    expect(await changePassword(ines.owner, given, NOW)).toEqual({ ok: true, value: true });
    expect([await isOpen(ines), await isOpen(elsewhere)]).toEqual([true, false]);
    expect(await tryIn(ines.name, PASSWORD)).toEqual(FAILED);
    expect((await signedIn(ines.name, NEW_PASSWORD)).owner.key).toEqual(ines.owner.key);
    expect(await isOwnPassword(ines.owner, NEW_PASSWORD, NOW)).toEqual({ ok: true, value: true });
  });

  test("does not shut out the recovery key", async () => {
    const recoveryKey = await recoveryKeyOf(ines);
    await changePassword(ines.owner, { currentPassword: PASSWORD, password: NEW_PASSWORD }, NOW);
    const opened = await recoverAccount({ recoveryKey, password: "an evening after that" }, NOW);
    expect(opened).toMatchObject({ value: { key: ines.owner.key } });
  });

  test("to the very password of a namesake changes nothing at all", async () => {
    await signUp(ines.name, NEW_PASSWORD);
    const given = { currentPassword: PASSWORD, password: NEW_PASSWORD };
    expect(await changePassword(ines.owner, given, NOW)).toEqual({ ok: false, code: "PASSWORD_TAKEN" });
    expect((await signedIn(ines.name)).owner.id).toBe(ines.owner.id);
  });

  test("is throttled: who found a phone unlocked cannot guess on", async () => {
    for (let tries = 0; tries < 10; tries++) await isOwnPassword(ines.owner, `guess number ${tries}`, NOW);
    expect(await isOwnPassword(ines.owner, PASSWORD, NOW)).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
  });
});
