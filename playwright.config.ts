import { defineConfig } from "@playwright/test";

// Run by `npm test`, which starts a production server of its own and names it and the browser in these settings.
const { BASE_URL, CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env;

// Chromium's sandbox refuses root; the rest keeps it from looking for its maker's servers.
const isRoot = process.getuid?.() === 0;
const browserArguments = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ...(PLAYWRIGHT_JSON_OUTPUT_FILE ? [["json"] as ["json"]] : [])],
  use: {
    baseURL: BASE_URL ?? "http://localhost:3000",
    trace: "retain-on-failure",
    launchOptions: { executablePath: CHROMIUM_PATH, args: browserArguments },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
