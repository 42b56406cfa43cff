import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inProject } from "./project-root.mjs";
import { Fault } from "./terminal.mjs";

const READY_MS = 120_000;
const GRACE_MS = 15_000;

/**
 * Starts Next ("start" or "dev") in the folder `root` and waits until it is healthy. Gives `{ ended, stop }`: `ended` is a
 * promise of how the process ended. `write` gets its output, less Next's banner, whose address is not ours.
 */
export async function startWebServer({ root, command, host, port, env, write }) {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const preload = ["--import", pathToFileURL(inProject("scripts", "leave-with-launcher.mjs")).href];
  const place = ["-H", host, "-p", String(port)];
  // Longer than a reverse proxy or browser keeps an idle connection: the one that closes it first must not be us.
  const patience = command === "start" ? ["--keepAliveTimeout", "70000"] : [];
  const child = spawn(process.execPath, [...preload, next, command, ...place, ...patience], {
    cwd: root,
    env: { ...env, NIGHTJAR_LAUNCHER: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own, so that Ctrl-C reaches the launcher alone, and it can stop things in their order.
    detached: process.platform !== "win32",
  });
  const ended = once(child, "exit").then(([code, signal]) => signal ?? `exit code ${code}`);
  const output = holdBanner(child, write);
  const stop = ({ now = false } = {}) => stopChild(child, ended, now);
  try {
    await untilHealthy(`http://${reachable(host)}:${port}/api/health`, ended);
  } catch (error) {
    output.releaseAll();
    await stop({ now: true });
    throw error;
  }
  output.release();
  return { ended, stop };
}

/** Throws, in words, when the web server could not listen there. */
export async function refuseTakenPort(host, port) {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), "listening");
    await once(probe.close(), "close");
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new Fault(
        `Port ${port} is taken by another program. Choose another one:  PORT=${port + 1} npm start`,
      );
    }
    if (error.code === "EACCES")
      throw new Fault(`Port ${port} needs more rights. Choose one above 1023 with PORT=...`);
    throw new Fault(`Nightjar cannot listen on ${host}, port ${port} (${error.code}). See HOST and PORT.`);
  }
}

function holdBanner(child, write) {
  let held = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (held ? held.push(text) : write(text)));
  const releaseLines = (isShown) => {
    const lines = (held ?? []).join("").split("\n").filter(isShown);
    held = undefined;
    if (lines.some((line) => line.trim())) write(`${lines.join("\n")}\n`);
  };
  return {
    release: () => releaseLines((line) => !BANNER.test(line)),
    releaseAll: () => releaseLines(() => true),
  };
}

const BANNER = /^\s*(▲|- |✓|$)/;

function reachable(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

async function untilHealthy(address, ended) {
  const deadline = Date.now() + READY_MS;
  let last = "no answer";
  let end;
  ended.then((how) => (end = how));
  while (Date.now() < deadline) {
    last = await statusOf(address);
    if (end) throw new Fault(`The web server ended while it was starting (${end}).`);
    if (last === 200) return;
    await pause(100);
  }
  throw new Fault(`The web server did not become ready in ${READY_MS / 1000} seconds (${address}: ${last}).`);
}

async function statusOf(address) {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

async function stopChild(child, ended, now) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(now ? "SIGKILL" : "SIGTERM");
  const stubborn = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(stubborn);
}
