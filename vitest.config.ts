import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Not a whole number of hours from UTC, so that code which forgets a time zone fails. Set here for the workers to inherit.
process.env.TZ = "Asia/Kathmandu";
// A test that wants a database says so (lib/platform/test-database.ts); none may reach one of the person who runs it.
delete process.env.DATABASE_URL;
delete process.env.NIGHTJAR_DATA;

const root = fileURLToPath(new URL(".", import.meta.url));
const databaseTests = "**/*.db.test.ts";
// Tests that start whole programs, such as PostgreSQL or the packet's verifier: too slow to run while writing.
const programTests = "**/*.program.test.{ts,mjs}";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}scripts/empty-module.mjs` },
    ],
  },
  test: {
    environment: "node",
    setupFiles: ["scripts/vitest-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,app,scripts}/**/*.test.{ts,tsx,mjs}"],
          exclude: [databaseTests, programTests],
        },
      },
      {
        extends: true,
        test: {
          name: "programs",
          testTimeout: 90_000,
          include: [`{lib,scripts}/${programTests}`],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          testTimeout: 60_000,
          include: [`{lib,app}/${databaseTests}`],
          globalSetup: "scripts/vitest-database.mjs",
        },
      },
    ],
  },
});
