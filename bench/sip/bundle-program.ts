import { symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "vite";

/** Makes plain JavaScript of a program (`bench/sip/read-trace`), so that its time and memory are not those of a compiler beside it. */
export async function bundleProgram(name: string, folder: string): Promise<string> {
  const root = process.cwd();
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction").catch(() => {});
  await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: {
      ssr: join(root, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
    },
  });
  return join(folder, `${basename(name)}.js`);
}
