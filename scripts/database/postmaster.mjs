import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lock-file.mjs";
import { runProgram } from "../run-program.mjs";

// Above the largest pid of any system, so certainly nobody's.
const NOBODY = 999_999_999;

/**
 * The server that holds the cluster, as its pid file tells: `{ pid, port, identity }`, or undefined when none runs.
 * `identity` is "ours", or "unclear" where the system does not say what the process is.
 */
export async function runningPostmaster(cluster) {
  const postmaster = readPidFile(cluster);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  const identity = await identify(postmaster.pid, cluster);
  if (identity !== "other") return { ...postmaster, identity };
  disownPidFile(cluster);
  return undefined;
}

// The lines of postmaster.pid: pid, data folder, start time, port, socket folder, listen address, shared memory, state.
function readPidFile(cluster) {
  const lines = readOptional(join(cluster, "postmaster.pid"))?.split("\n") ?? [];
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return pid > 0 ? { pid, port: Number.parseInt(lines[3] ?? "", 10) || undefined } : undefined;
}

async function identify(pid, cluster) {
  if (process.platform === "linux") return identifyOnLinux(pid, cluster);
  if (process.platform === "win32") return "unclear";
  const { output } = await runProgram("ps", ["-p", String(pid), "-o", "command="]);
  if (!output.includes("postgres")) return "other";
  return output.includes(cluster) ? "ours" : "unclear";
}

// A server works in its data folder, also when that was moved since. A zombie is nobody's server.
function identifyOnLinux(pid, cluster) {
  const state = /\) (\w)/.exec(readOptional(`/proc/${pid}/stat`) ?? "")?.[1];
  if (state === undefined || state === "Z") return "other";
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? "ours" : "other";
  } catch {
    return "unclear";
  }
}

// After a power cut the pid may belong to any program, and PostgreSQL then refuses to start. Only the pid is struck out: the
// line on shared memory stays, by which PostgreSQL finds processes of the dead server that are still writing.
function disownPidFile(cluster) {
  const file = join(cluster, "postmaster.pid");
  const [, ...rest] = (readOptional(file) ?? "").split("\n");
  if (rest.length > 0) writeFileSync(file, [NOBODY, ...rest].join("\n"));
}

function readOptional(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
