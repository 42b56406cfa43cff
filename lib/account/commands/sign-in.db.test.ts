import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { useDatabase } from "@/lib/platform/test-database";
import { readAccount, readOwner } from "../queries";
import { inAnotherBrowser, minutesLater, NOW, PASSWORD, type Person, signedIn, signUp } from "../test-people";
import { createAccount } from "./create-account";
import { signIn } from "./sign-in";

useDatabase();

let mara: Person;
beforeAll(async () => {
  mara = await signUp("Mara");
});

const tryIn = (name: string, password: string) => signIn({ name, password, agent: "Firefox" }, NOW);

test("a wrong password and an unknown name are one and the same answer", async () => {
  const failed = { ok: false, code: "SIGN_IN_FAILED" };
  expect(await tryIn("Mara", "a quiet morning at home")).toEqual(failed);
  expect(await tryIn("Nobody", PASSWORD)).toEqual(failed);
});

test("a name is one name however it is typed", async () => {
  const { owner } = await signedIn("  MARA ");
  expect(owner.id).toBe(mara.owner.id);
  expect(await readAccount(owner)).toMatchObject({ name: "Mara" });
});

test("the same name with another password is another account, and neither learns of the other", async () => {
  const other = await signUp("Mara", "another quiet evening");
  expect(other.owner.id).not.toBe(mara.owner.id);
  expect(Buffer.from(other.owner.key).equals(mara.owner.key)).toBe(false);
  expect((await signedIn("Mara")).owner.id).toBe(mara.owner.id);
});

test("only the owner of an account can find that it exists", async () => {
  expect(await createAccount({ name: "mara", password: PASSWORD }, NOW)).toEqual({
    ok: false,
    code: "ACCOUNT_EXISTS",
  });
});

test("nothing in the row of an account, or of its sessions, tells the name, the password or the key", async () => {
  const rows = [...(await db().account.findMany()), ...(await db().session.findMany())];
  const stored = Buffer.concat(
    rows.flatMap((row) =>
      Object.values(row).map((value) => Buffer.from(value instanceof Uint8Array ? value : String(value))),
    ),
  );
  for (const secret of [
    "Mara",
    "mara",
    PASSWORD,
    "Firefox",
    mara.owner.key,
    mara.secrets.key,
    mara.secrets.token,
  ])
    expect(stored.includes(Buffer.from(secret))).toBe(false);
});

describe("a session", () => {
  test("opens the account key with the cookie's own key only", async () => {
    const key = mara.secrets.key.with(0, (mara.secrets.key[0] ?? 0) ^ 1);
    expect(await readOwner({ ...mara.secrets, key }, NOW)).toBeUndefined();
    expect((await readOwner(mara.secrets, NOW))?.key).toEqual(mara.owner.key);
  });

  test("does not open with the token of one and the key of another", async () => {
    const other = await inAnotherBrowser(mara);
    expect(await readOwner({ token: mara.secrets.token, key: other.secrets.key }, NOW)).toBeUndefined();
  });

  test("ends 30 minutes after it was last used, and not before", async () => {
    const { secrets } = await inAnotherBrowser(mara);
    expect(await readOwner(secrets, minutesLater(30))).toBeDefined();
    expect(await readOwner(secrets, minutesLater(60))).toBeDefined();
    expect(await readOwner(secrets, minutesLater(90.01))).toBeUndefined();
  });

  test("ends after 12 hours, however busy", async () => {
    const { secrets } = await inAnotherBrowser(mara);
    for (let minutes = 25; minutes < 720; minutes += 25)
      expect(await readOwner(secrets, minutesLater(minutes)), `${minutes} minutes`).toBeDefined();
    expect(await readOwner(secrets, minutesLater(719))).toBeDefined();
    expect(await readOwner(secrets, minutesLater(720))).toBeUndefined();
  });

  test("that nobody holds does not exist", async () => {
    expect(await readOwner({ token: new Uint8Array(32), key: new Uint8Array(32) }, NOW)).toBeUndefined();
    expect(await readOwner({ token: new Uint8Array(), key: new Uint8Array() }, NOW)).toBeUndefined();
  });
});
