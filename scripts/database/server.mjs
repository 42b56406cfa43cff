import { existsSync, readFileSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runProgram } from "../run-program.mjs";
import { Fault } from "../terminal.mjs";
import { serverEnvironment } from "./cluster.mjs";
import { ask } from "./connection.mjs";
import { runningPostmaster } from "./postmaster.mjs";

// After a kill -9, PostgreSQL refuses to start until the last process of the dead server has noticed.
const RETRY_MS = 15_000;
// A server that says it is busy starting is given time to replay its log; one that says nothing is not.
const RECOVERY_MS = 300_000;
const SILENCE_MS = 4_000;

/** The port of a server that holds the cluster already and knows our password; one that does not answer is stopped. */
export async function adoptServer(place) {
  const begun = Date.now();
  for (;;) {
    const postmaster = await runningPostmaster(place.cluster);
    if (!postmaster) return undefined;
    const answer = postmaster.port ? await ask(place, postmaster.port) : "silent";
    if (answer === "ready") return postmaster.port;
    if (Date.now() - begun > (answer === "busy" ? RECOVERY_MS : SILENCE_MS)) {
      await stopSilent(place, postmaster);
      return undefined;
    }
    await pause(100);
  }
}

async function stopSilent(place, { pid, identity }) {
  if (identity !== "ours") {
    throw new Fault(
      `Process ${pid} seems to hold the database in ${place.cluster} and does not answer.\n` +
        "Stop it, or restart the machine, and start Nightjar again.",
    );
  }
  place.say("A database server is left over from an earlier run and does not answer: stopping it");
  // A suspended process would not take any of the following.
  process.kill(pid, "SIGCONT");
  if (await stopServer(place, "fast")) return;
  if (await stopServer(place, "immediate")) return;
  // Nothing that was acknowledged is lost by this: the next server replays the log.
  process.kill(pid, "SIGKILL");
  await pause(500);
}

/** Starts a server on the cluster and gives its port: `port` if it is free, else any. */
export async function startServer(place, port) {
  const begun = Date.now();
  const log = freshLog(place);
  for (;;) {
    const chosen = await freePort(port);
    const result = await pgCtl(place, ["start", "-w", "-t", "300", "-l", log, "-o", serverOptions(chosen)]);
    if (result.code === 0) return chosen;
    const running = await adoptServer(place);
    if (running) return running;
    if (Date.now() - begun > RETRY_MS)
      throw new Fault(`The database does not start:\n${logTail(place) || result.output}`);
    await pause(300);
  }
}

// Terse, without statements: what goes wrong with a row must not carry the row into the log.
function serverOptions(port) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 60,
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
  };
  const pairs = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, ...pairs].join(" ");
}

/** Stops the server in PostgreSQL's way "fast" or "immediate"; gives whether it is gone. */
export async function stopServer(place, mode) {
  const { code } = await pgCtl(place, ["stop", "-w", "-t", mode === "fast" ? "10" : "4", "-m", mode]);
  return code === 0;
}

function pgCtl({ bin, cluster, account }, args) {
  const options = { cwd: "/", uid: account?.uid, gid: account?.gid, env: serverEnvironment };
  return runProgram(join(bin, "pg_ctl"), [...args, "-D", cluster], options);
}

// One log for each start, the last one kept, so that it does not grow for ever.
function freshLog({ cluster }) {
  const log = join(cluster, "server.log");
  if (existsSync(log)) renameSync(log, join(cluster, "server.before.log"));
  return log;
}

function logTail({ cluster }) {
  const log = join(cluster, "server.log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n").trim() : "";
}

/** `preferred` if nobody listens on it at this moment, else a free port. */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen(preferred, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
