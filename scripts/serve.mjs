import { resolve } from "node:path";
import { startDatabase } from "./database/start-database.mjs";
import { projectRoot } from "./project-root.mjs";
import { Fault, say as sayAtTerminal } from "./terminal.mjs";
import { refuseTakenPort, startWebServer } from "./web-server.mjs";

/**
 * Brings up Nightjar: the embedded database unless `databaseUrl` names one, then the web server in front of it ("start" for
 * production, "dev" for development). Gives `{ url, databaseUrl, ended, stop }`; `ended` is a promise of the reason why it
 * ended without being stopped. `env` adds settings, `write` gets what the web server prints, `say` what the launcher does.
 */
export async function serve({
  port,
  dataFolder,
  databaseUrl,
  host = "127.0.0.1",
  env = {},
  command = "start",
  root = projectRoot,
  say = sayAtTerminal,
  write = (text) => process.stdout.write(text),
}) {
  await refuseTakenPort(host, port);
  const folder = resolve(dataFolder);
  const database = databaseUrl ? undefined : await keepDatabase({ dataFolder: folder, say });
  const settings = {
    ...process.env,
    ...env,
    DATABASE_URL: databaseUrl ?? database.url,
    NIGHTJAR_DATA: folder,
    NODE_ENV: command === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  let web;
  try {
    say("Starting the web server");
    web = await startWebServer({ root, command, host, port, env: settings, write });
  } catch (error) {
    await database?.stop();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    databaseUrl: settings.DATABASE_URL,
    ended: Promise.race([web.ended.then((how) => `The web server ended (${how}).`), database?.lost ?? never]),
    // The web server first, so that what it is writing still reaches the database.
    stop: async (options) => {
      await web.stop(options);
      await database?.stop();
    },
  };
}

const never = new Promise(() => {});

/** The embedded database, started again on the same port if it ends by itself; `lost` tells why when that fails. */
async function keepDatabase(options) {
  let tellLost;
  const lost = new Promise((resolve) => {
    tellLost = resolve;
  });
  let isStopping = false;
  let restarting;
  const onLost = () => {
    if (!isStopping) restarting = restart().catch((error) => tellLost(error.message));
  };
  let current = await startDatabase({ ...options, onLost });
  const { url, port } = current;

  async function restart() {
    options.say("The database ended by itself: starting it again");
    current = await startDatabase({ ...options, port, onLost });
    if (current.port !== port)
      throw new Fault("The database ended by itself, and its port was taken meanwhile.");
  }

  async function stop() {
    isStopping = true;
    await restarting;
    await current.stop();
  }

  return { url, lost, stop };
}
