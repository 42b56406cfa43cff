import { execFile } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";

const run = promisify(execFile);

/** Makes plain JavaScript of our writer, so that its memory and time are its own and not those of a compiler beside it. */
export async function bundleOurs(folder: string): Promise<string> {
  const root = process.cwd();
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: { ssr: join(root, "bench/report/ours.ts"), outDir: folder, emptyOutDir: false, target: "node20" },
  });
  return join(folder, "ours.js");
}

/** Installs what we measure ourselves against into a folder outside the repository; gives the path to resolve from. */
export async function installPeers(folder: string, peers: Record<string, string>): Promise<string> {
  const place = join(folder, "peers");
  const manifest = join(place, "package.json");
  await mkdir(place);
  await writeFile(manifest, JSON.stringify({ private: true, dependencies: peers }));
  const shell = process.platform === "win32";
  await run("npm", ["install", "--no-audit", "--no-fund"], { cwd: place, timeout: 300_000, shell });
  return manifest;
}
