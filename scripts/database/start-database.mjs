import { accessSync, chmodSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withLockFile } from "../lock-file.mjs";
import { Fault, say as sayAtTerminal } from "../terminal.mjs";
import { barredFolder, databaseAccount } from "./account.mjs";
import { embeddedBinaries } from "./binaries.mjs";
import { ensureCluster } from "./cluster.mjs";
import { connect, databaseUrl } from "./connection.mjs";
import { adoptServer, startServer, stopServer } from "./server.mjs";

const DATABASE = "nightjar";
const CLUSTER = "database";

/**
 * Brings up the PostgreSQL that keeps its data below `dataFolder`: starts it, or adopts the one that an earlier or another
 * Nightjar left running there. `binaries` names a folder of other PostgreSQL programs, `port` is preferred if it is free,
 * and `onLost` is called when the server goes away by itself. Gives `{ url, port, adopted, stop }`; `stop` leaves the
 * server up for another Nightjar that uses it, unless `evenIfUsed`.
 */
export async function startDatabase({ dataFolder, binaries, port, onLost = () => {}, say = sayAtTerminal }) {
  const place = await preparePlace({ dataFolder: resolve(dataFolder), binaries, say });
  return withLockFile(place.lockFile, () => bringUp(place, { port, onLost }), {
    onWait: () => say("Waiting for another Nightjar that is starting or stopping the database"),
  });
}

async function preparePlace({ dataFolder, binaries, say }) {
  const account = await prepareDataFolder(dataFolder);
  return {
    cluster: join(dataFolder, CLUSTER),
    account,
    say,
    passwordFile: join(dataFolder, "database.password"),
    lockFile: join(dataFolder, "database.lock"),
    bin: binaries ?? (await embeddedBinaries(account)),
  };
}

/** Makes the data folder if it is missing; gives the account that PostgreSQL runs as, having seen that it can get there. */
export async function prepareDataFolder(dataFolder) {
  const account = await databaseAccount(join(dataFolder, CLUSTER));
  makeDataFolder(dataFolder, account);
  const barred = await barredFolder(account, dataFolder);
  if (barred === undefined) return account;
  throw new Fault(
    `The database does not run as root but as the user "${account.name}", who may not enter ${barred}.\n` +
      "Keep the data elsewhere:  NIGHTJAR_DATA=/var/lib/nightjar npm start\n" +
      "or start Nightjar as an ordinary user.",
  );
}

// Another account has to pass through to its folder; it cannot list what lies beside it.
function makeDataFolder(dataFolder, account) {
  try {
    const made = mkdirSync(dataFolder, { recursive: true });
    if (made) chmodSync(dataFolder, account ? 0o711 : 0o700);
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    throw new Fault(
      `The data folder ${dataFolder} cannot be used (${error.code}). Name another with NIGHTJAR_DATA=...`,
    );
  }
}

async function bringUp(place, { port: preferred, onLost }) {
  await ensureCluster(place);
  const running = await adoptServer(place);
  const port = running ?? (await startServer(place, preferred));
  // Held open until the end: by it a Nightjar that stops sees that another one still uses the server.
  const presence = await connect(place, port);
  await ensureDatabase(presence);
  const handle = { place, port, presence, stopping: false };
  presence.on("end", () => handle.stopping || onLost());
  return {
    url: databaseUrl(place, port, DATABASE),
    port,
    adopted: running !== undefined,
    stop: (options) => stopDatabase(handle, options),
  };
}

async function ensureDatabase(client) {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

async function stopDatabase(handle, { evenIfUsed = false } = {}) {
  if (handle.stopping) return;
  handle.stopping = true;
  const { place, presence } = handle;
  await withLockFile(place.lockFile, async () => {
    const inUse = !evenIfUsed && (await isUsedByOthers(presence));
    await presence.end().catch(() => {});
    if (inUse) place.say("Another program uses the database, so it stays up");
    else await stopServer(place, "fast");
  });
}

// The connections of our own web server may take a moment to be gone.
async function isUsedByOthers(presence) {
  for (let turn = 0; turn < 20; turn += 1) {
    if ((await countOthers(presence)) === 0) return false;
    await pause(100);
  }
  return true;
}

async function countOthers(presence) {
  const question = `SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  const answer = await presence.query(question).catch(() => undefined);
  return answer?.rows[0].others ?? 0;
}
