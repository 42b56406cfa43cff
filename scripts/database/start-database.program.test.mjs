import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { isAlive } from "../lock-file.mjs";
import { debianBinaries } from "./debian-binaries.mjs";
import { startDatabase } from "./start-database.mjs";
import { temporaryFolder } from "./temporary-database.mjs";

const folders = [];
const servers = [];

afterAll(async () => {
  for (const stop of servers) await stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.concurrent("the embedded database", () => {
  test("keeps its rows from one start to the next, on loopback alone and behind a password", async () => {
    const dataFolder = newDataFolder();
    const first = await start({ dataFolder });
    expect(first.adopted).toBe(false);
    await query(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    const listens = "SELECT current_setting('listen_addresses') AS at, current_setting('fsync') AS fsync, ";
    const socket = "current_setting('unix_socket_directories') AS socket, current_database() AS name";
    expect(await query(first.url, listens + socket)).toEqual([
      { at: "127.0.0.1", fsync: "on", socket: "", name: "nightjar" },
    ]);
    await expect(query(first.url.replace(/:\w+@/, ":guess@"), "SELECT 1")).rejects.toThrow("password");
    expect(statSync(join(dataFolder, "database.password")).mode & 0o777).toBe(0o600);
    await first.stop();
    await expect(query(first.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");

    const second = await start({ dataFolder });
    expect(await query(second.url, "SELECT number FROM kept")).toEqual([{ number: 7 }]);
    await second.stop();
  });

  test("lives on when its launcher is killed, and the next one adopts it", async () => {
    const dataFolder = newDataFolder();
    const launcher = await launch(dataFolder);
    launcher.child.kill("SIGKILL");
    await once(launcher.child, "exit");
    const adopted = await start({ dataFolder });
    expect(adopted).toMatchObject({ adopted: true, port: launcher.port });
    await adopted.stop();
    expect(readdirSync(join(dataFolder, "database"))).not.toContain("postmaster.pid");
  });

  test("starts again after it was killed itself, with every row that was acknowledged", async () => {
    const dataFolder = newDataFolder();
    let isLost = false;
    const first = await start({ dataFolder, onLost: () => (isLost = true) });
    await query(first.url, "CREATE TABLE kept AS SELECT generate_series(1, 500) AS number");
    process.kill(pidOf(dataFolder), "SIGKILL");
    const second = await start({ dataFolder, port: first.port });
    expect(second).toMatchObject({ adopted: false, port: first.port });
    expect(await query(second.url, "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 500 }]);
    expect(isLost).toBe(true);
    await second.stop();
  });

  test("is one server when three launchers start at once, and stays until the last of them stops", async () => {
    const dataFolder = newDataFolder();
    const launchers = await Promise.all([launch(dataFolder), launch(dataFolder), launch(dataFolder)]);
    expect(new Set(launchers.map(({ port }) => port)).size).toBe(1);
    expect(launchers.map(({ adopted }) => adopted).sort()).toEqual([false, true, true]);
    const pid = pidOf(dataFolder);
    for (const launcher of launchers) {
      expect(isAlive(pid)).toBe(true);
      await stopLauncher(launcher);
    }
    expect(readdirSync(join(dataFolder, "database"))).not.toContain("postmaster.pid");
  });

  test("is created anew where an earlier creation was cut short", async () => {
    const dataFolder = newDataFolder();
    mkdirSync(join(dataFolder, "database.new", "base"), { recursive: true });
    writeFileSync(join(dataFolder, "database.new", "PG_VERSION"), "18\n");
    writeFileSync(join(dataFolder, "database.password"), "from-the-first-try\n");
    writeFileSync(join(dataFolder, "database.lock"), "999999999 gone\n");
    const database = await start({ dataFolder });
    expect(database.url).toContain(":from-the-first-try@");
    await database.stop();
    expect(readdirSync(dataFolder).sort()).toEqual(["database", "database.password"]);
  });

  test("starts though its pid file names a living process of another program, as after a power cut", async () => {
    const dataFolder = newDataFolder();
    const first = await start({ dataFolder });
    const pidFile = readFileSync(join(dataFolder, "database", "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(
      join(dataFolder, "database", "postmaster.pid"),
      pidFile.replace(/^\d+/, String(process.pid)),
    );
    const second = await start({ dataFolder });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  test("is replaced when it lives on but does not answer", { timeout: 50_000 }, async () => {
    const dataFolder = newDataFolder();
    const launcher = await launch(dataFolder);
    launcher.child.kill("SIGKILL");
    const pid = pidOf(dataFolder);
    process.kill(pid, "SIGSTOP");
    const second = await start({ dataFolder });
    expect(second.adopted).toBe(false);
    expect(pidOf(dataFolder)).not.toBe(pid);
    await second.stop();
  });

  test("says what is wrong when another PostgreSQL made its data or its password is gone", async () => {
    const dataFolder = newDataFolder();
    await (await start({ dataFolder })).stop();
    writeFileSync(join(dataFolder, "database", "PG_VERSION"), "12\n");
    await expect(start({ dataFolder })).rejects.toThrow(
      /was made by PostgreSQL 12, and this Nightjar brings \d+/,
    );
    writeFileSync(join(dataFolder, "database", "PG_VERSION"), "18\n");
    rmSync(join(dataFolder, "database.password"));
    await expect(start({ dataFolder })).rejects.toThrow("it holds the password of the database");
  });

  test.runIf(process.getuid?.() === 0)(
    "tells root the way out of a folder that only root may enter",
    async () => {
      const dataFolder = newDataFolder();
      chmodSync(join(dataFolder, ".."), 0o700);
      await expect(start({ dataFolder })).rejects.toThrow(
        /may not enter .*\n.*NIGHTJAR_DATA=\/var\/lib\/nightjar npm start/,
      );
    },
  );

  test.runIf(debianBinaries())("may also be another PostgreSQL", async () => {
    const database = await start({ dataFolder: newDataFolder(), binaries: debianBinaries() });
    expect(await query(database.url, "SELECT lower('ÀÉ') AS lower")).toEqual([{ lower: "àé" }]);
    await database.stop();
  });
});

function newDataFolder() {
  const folder = temporaryFolder();
  folders.push(folder);
  const dataFolder = join(folder, "data");
  mkdirSync(dataFolder, { mode: 0o711 });
  return dataFolder;
}

async function start(options) {
  const database = await startDatabase({ say: () => {}, ...options });
  servers.push(() => database.stop({ evenIfUsed: true }));
  return database;
}

/** A process of its own that starts the database, tells of it in one line, and stops it when its input ends. */
async function launch(dataFolder) {
  const program = `
    import { startDatabase } from ${JSON.stringify(new URL("start-database.mjs", import.meta.url).href)};
    const database = await startDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, say: () => {} });
    console.log(JSON.stringify({ port: database.port, adopted: database.adopted }));
    process.stdin.resume().on("end", () => database.stop());`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  servers.push(() => child.kill("SIGKILL"));
  const [line] = await once(createInterface(child.stdout), "line");
  return { child, ...JSON.parse(line) };
}

async function stopLauncher({ child }) {
  child.stdin.end();
  await once(child, "exit");
}

function pidOf(dataFolder) {
  return Number.parseInt(readFileSync(join(dataFolder, "database", "postmaster.pid"), "utf8"), 10);
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}
