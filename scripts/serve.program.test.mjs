import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "./database/server.mjs";
import { temporaryFolder } from "./database/temporary-database.mjs";
import { serve } from "./serve.mjs";

// Stands where Next would: healthy after a moment, and tells the settings it was given.
const STUB = `
  const { createServer } = require("node:http");
  const [command, , host, , port] = process.argv.slice(2);
  console.log("   ▲ Next.js 0.0\\n   - Local: http://127.0.0.1\\n{\\"event\\":\\"started\\"}");
  let answers = 0;
  createServer((request, response) => {
    const { DATABASE_URL, NIGHTJAR_DATA, NODE_ENV, WISH } = process.env;
    if (request.url === "/die") process.exit(3);
    response.statusCode = request.url === "/api/health" && (answers += 1) < 3 ? 503 : 200;
    response.end(JSON.stringify({ command, DATABASE_URL, NIGHTJAR_DATA, NODE_ENV, WISH }));
  }).listen(port, host);`;

let root;
let port;

beforeEach(async () => {
  root = temporaryFolder();
  port = await freePort();
  writeStub(STUB);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("serving", () => {
  test("waits until the app is healthy, hands it its settings, and keeps Next's own address back", async () => {
    let printed = "";
    const server = await serveStub({ env: { WISH: "well" }, write: (text) => (printed += text) });
    const settings = await (await fetch(server.url)).json();
    expect(settings).toEqual({
      command: "start",
      DATABASE_URL: "postgresql://somewhere/else",
      NIGHTJAR_DATA: join(root, "data"),
      NODE_ENV: "production",
      WISH: "well",
    });
    expect(printed).toBe('{"event":"started"}\n');
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test("says which port is taken", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    await expect(serveStub()).rejects.toThrow(`Port ${port} is taken by another program`);
    other.close();
  });

  test("tells that the app ended, while it starts and later", async () => {
    const server = await serveStub();
    await fetch(`${server.url}/die`).catch(() => {});
    expect(await server.ended).toBe("The web server ended (exit code 3).");
    await server.stop();
    writeStub("console.log('no such setting'); process.exit(1)");
    let printed = "";
    await expect(serveStub({ write: (text) => (printed += text) })).rejects.toThrow(
      "ended while it was starting",
    );
    expect(printed).toContain("no such setting");
  });

  test("brings a database of its own, revives it when it dies, and takes it down at the end", async () => {
    const server = await serveStub({ databaseUrl: undefined });
    const pidFile = join(root, "data", "database", "postmaster.pid");
    const pid = readFileSync(pidFile, "utf8").split("\n")[0];
    process.kill(Number(pid), "SIGKILL");
    await expect
      .poll(() => readFileSync(pidFile, "utf8").split("\n"), { timeout: 15_000 })
      .not.toContain(pid);
    const [, , , revivedPort] = readFileSync(pidFile, "utf8").split("\n");
    expect(server.databaseUrl).toContain(`:${revivedPort}/`);
    await server.stop();
    expect(() => readFileSync(pidFile)).toThrow("ENOENT");
  });

  test("leaves nothing on its port when the launcher is killed without a word", async () => {
    const program = `
      import { serve } from ${JSON.stringify(new URL("serve.mjs", import.meta.url).href)};
      await serve({ root: ${JSON.stringify(root)}, port: ${port}, dataFolder: "data", databaseUrl: "x", say: () => {} });
      console.log("up");`;
    const launcher = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", 2],
    });
    await once(createInterface(launcher.stdout), "line");
    launcher.kill("SIGKILL");
    await once(launcher, "exit");
    await pause(300);
    await (await serveStub()).stop();
  });
});

function serveStub(options) {
  const database = { databaseUrl: "postgresql://somewhere/else" };
  return serve({
    root,
    port,
    dataFolder: join(root, "data"),
    say: () => {},
    write: () => {},
    ...database,
    ...options,
  });
}

function writeStub(program) {
  const folder = join(root, "node_modules", "next", "dist", "bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "next"), program);
}
