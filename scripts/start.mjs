import { resolve } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { prepareDataFolder } from "./database/start-database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { withLockFile } from "./lock-file.mjs";
import { inProject } from "./project-root.mjs";
import { serve } from "./serve.mjs";
import { onFirstSignal } from "./signals.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";

/** Does `work` on the repository's own folders (node_modules, .next) while no other start of Nightjar does. */
export function setUp(work) {
  return withLockFile(inProject(".nightjar.lock"), work, {
    onWait: () => say("Waiting for another Nightjar that is installing or building in this folder"),
  });
}

/** Finds out at once, before anything is installed, that the settings or the place of the data will not do. */
export async function checkSettings() {
  const { dataFolder, databaseUrl } = readSettings(process.env);
  if (!databaseUrl) await prepareDataFolder(resolve(dataFolder));
}

/** Serves until Ctrl-C, a polite kill, or the end of the server itself; gives the exit code. */
export async function serveUntilStopped(command) {
  const settings = readSettings(process.env);
  const interrupted = new Promise((resolve) => onFirstSignal(() => resolve("signal")));
  const server = await serve({ ...settings, command });
  say(`\nNightjar is at ${server.url}${isLoopback(settings.host) ? "" : `, listening on ${settings.host}`}`);
  const reason = await Promise.race([interrupted, server.ended]);
  say(reason === "signal" ? "\nStopping Nightjar" : `\n${reason}`);
  await server.stop();
  return reason === "signal" ? 0 : 1;
}

function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Fault(`PORT must be a port number: ${env.PORT}`);
  return {
    port,
    host: env.HOST || "127.0.0.1",
    dataFolder: env.NIGHTJAR_DATA || inProject("data"),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function isLoopback(host) {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

async function main() {
  await checkSettings();
  await setUp(async () => {
    await ensureDependencies();
    await ensureBuilt();
  });
  return serveUntilStopped("start");
}

await runIfStarted(import.meta.url, main);
