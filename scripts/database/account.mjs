import { chownSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { runProgram } from "../run-program.mjs";
import { Fault } from "../terminal.mjs";

/**
 * The account `{ name, uid, gid }` that PostgreSQL runs as when Nightjar runs as root, which PostgreSQL refuses; undefined
 * for an ordinary user. Data that somebody owns already goes on being theirs; else `postgres` or `nightjar`, made if needed.
 */
export async function databaseAccount(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: await nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  return (
    (await accountNamed("postgres")) ?? (await accountNamed("nightjar")) ?? (await makeAccount("nightjar"))
  );
}

async function nameOf(uid) {
  const { code, output } = await runProgram("id", ["-un", String(uid)]);
  return code === 0 ? output.trim() : `number ${uid}`;
}

async function accountNamed(name) {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runProgram("id", [flag, name])));
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

async function makeAccount(name) {
  const made = await runProgram("useradd", ["--system", "--user-group", "--no-create-home", name]);
  const account = await accountNamed(name);
  if (account) return account;
  throw new Fault(
    `PostgreSQL does not run as root, and the account "${name}" for it could not be made:\n${made.output}\n` +
      "Start Nightjar as an ordinary user.",
  );
}

export function giveTo(account, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

/** The first folder on the way down to `folder` that the account may not enter; undefined when it reaches it. */
export async function barredFolder(account, folder) {
  if (!account) return undefined;
  const script = 'for f do cd "$f" 2>/dev/null || { printf %s "$f"; exit 1; }; done';
  const options = { cwd: "/", uid: account.uid, gid: account.gid };
  const { code, output } = await runProgram("/bin/sh", ["-c", script, "sh", ...wayTo(folder)], options);
  return code === 0 ? undefined : output;
}

function wayTo(folder) {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...wayTo(parent), folder];
}
