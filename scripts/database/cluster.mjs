import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { runProgram } from "../run-program.mjs";
import { Fault } from "../terminal.mjs";
import { giveTo } from "./account.mjs";
import { majorVersion } from "./binaries.mjs";

export const SUPERUSER = "nightjar";

/** What PostgreSQL's programs see of our environment: no PGPORT or PGDATA of the user, and messages in one language. */
export const serverEnvironment = {
  ...(process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {}),
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

/** Makes the cluster if there is none, and sees to it that the programs at hand can open the one there is. */
export async function ensureCluster({ cluster, passwordFile, bin, account, say }) {
  const major = await majorVersion(bin);
  if (existsSync(join(cluster, "PG_VERSION"))) return checkCluster({ cluster, passwordFile, major, account });
  if (existsSync(cluster)) throw new Fault(`${cluster} is in the way: it is not a PostgreSQL data folder.`);
  say("Creating the database (first start only)");
  const password = ensurePassword(passwordFile, account);
  await initialise({ cluster, passwordFile, bin, account, major });
  return password;
}

async function checkCluster({ cluster, passwordFile, major, account }) {
  const made = Number(readFileSync(join(cluster, "PG_VERSION"), "utf8"));
  if (made !== major) {
    throw new Fault(
      `The database in ${cluster} was made by PostgreSQL ${made}, and this Nightjar brings ${major}.\n` +
        `Dump it with PostgreSQL ${made} (pg_dump) and restore it into an empty data folder.`,
    );
  }
  if (!existsSync(passwordFile)) {
    throw new Fault(`${passwordFile} is missing: it holds the password of the database in ${cluster}.`);
  }
  // Restored by root from a copy that did not keep the owner.
  if (account && statSync(cluster).uid === 0) {
    await runProgram("chown", ["-R", `${account.uid}:${account.gid}`, cluster, passwordFile]);
  }
  return readPassword(passwordFile);
}

function ensurePassword(passwordFile, account) {
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  }
  chmodSync(passwordFile, 0o600);
  giveTo(account, passwordFile);
  return readPassword(passwordFile);
}

export function readPassword(passwordFile) {
  try {
    return readFileSync(passwordFile, "utf8").trim();
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new Fault(`${passwordFile} belongs to another user. Start Nightjar as that user, or as root.`);
  }
}

// An interrupted initdb leaves a folder that PostgreSQL cannot open, so the cluster gets its name when it is whole.
async function initialise({ cluster, passwordFile, bin, account, major }) {
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  giveTo(account, half);
  const args = ["-D", half, "-U", SUPERUSER, "--pwfile", passwordFile, ...initdbOptions(major)];
  const options = { cwd: "/", uid: account?.uid, gid: account?.gid, env: serverEnvironment };
  const { code, output } = await runProgram(join(bin, "initdb"), args, options);
  if (code !== 0) throw new Fault(`The database could not be created in ${half}:\n${output}`);
  renameSync(half, cluster);
}

// One sorting order on every machine: PostgreSQL 17 and later bring their own, earlier ones ask the C library.
function initdbOptions(major) {
  const builtIn = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const fromLibrary = [`--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`];
  return [
    "--auth-local=scram-sha-256",
    "--auth-host=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
    "--no-instructions",
    ...(major >= 17 ? builtIn : fromLibrary),
  ];
}
