// node scripts/run-typescript.mjs FILE: runs a TypeScript file that uses the aliases of the app, which Node alone cannot.
// All its work must be awaited at its top level.
import { resolve } from "node:path";
import { runnerImport } from "vite";
import { inProject, projectRoot } from "./project-root.mjs";

// The file sees its own arguments where it would if Node had run it.
const file = resolve(process.argv[2]);
process.argv.splice(1, 2, file);

await runnerImport(file, {
  root: projectRoot,
  configFile: false,
  logLevel: "error",
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${projectRoot}/` },
      { find: /^server-only$/, replacement: inProject("scripts", "empty-module.mjs") },
    ],
  },
});
