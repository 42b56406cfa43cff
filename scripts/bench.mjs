// One figure of bench/, measured on a production server with a database of its own: npm run bench -- save
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { debianBinaries } from "./database/debian-binaries.mjs";
import { makeDatabase } from "./database/make-database.mjs";
import { freePort } from "./database/server.mjs";
import { temporaryFolder } from "./database/temporary-database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { inProject } from "./project-root.mjs";
import { endPrograms, runNode } from "./run-program.mjs";
import { serve } from "./serve.mjs";
import { onFirstSignal } from "./signals.mjs";
import { setUp } from "./start.mjs";
import { Fault, runIfStarted } from "./terminal.mjs";

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const file = benchFile(name);
  const outside = process.env.DATABASE_URL;
  await setUp(async () => {
    await ensureDependencies();
    await ensureBuilt();
  });
  onFirstSignal(endPrograms);
  const folder = temporaryFolder();
  const database = outside ? await makeDatabase(outside, "nightjar_bench") : undefined;
  try {
    return await measure({ file, args, dataFolder: join(folder, "data"), databaseUrl: database?.url });
  } finally {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchFile(name) {
  const files = existsSync(inProject("bench")) ? readdirSync(inProject("bench")) : [];
  const benches = files.filter((file) => /\.bench\.(ts|mjs)$/.test(file));
  const file = benches.find((candidate) => candidate.replace(/\.bench\.\w+$/, "") === name);
  if (file) return inProject("bench", file);
  const names = benches.map((bench) => bench.replace(/\.bench\.\w+$/, ""));
  throw new Fault(`npm run bench -- NAME, where NAME is one of: ${names.join(", ")}`);
}

// What the launcher says goes to the other stream, since a bench prints its figures as lines of JSON.
async function measure({ file, args, dataFolder, databaseUrl }) {
  const say = (line) => console.error(line);
  const port = await freePort();
  const server = await serve({ port, dataFolder, databaseUrl, say, write: () => {} });
  const env = {
    ...process.env,
    NODE_ENV: "production",
    BASE_URL: server.url,
    DATABASE_URL: server.databaseUrl,
    NIGHTJAR_DATA: dataFolder,
    PGBENCH: pgbench(),
  };
  try {
    const runner = file.endsWith(".ts") ? [inProject("scripts", "run-typescript.mjs"), file] : [file];
    const { code } = await runNode(runner[0], [...runner.slice(1), ...args], { show: true, env });
    return code ?? 1;
  } finally {
    await server.stop();
  }
}

/** The path of PostgreSQL's own measuring program, for comparison; empty when it is not installed. */
function pgbench() {
  const path = join(debianBinaries() ?? "", "pgbench");
  return existsSync(path) ? path : "";
}

await runIfStarted(import.meta.url, main);
