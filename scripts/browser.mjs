import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackages } from "./debian-packages.mjs";
import { inProject } from "./project-root.mjs";
import { runNode, runProgram } from "./run-program.mjs";
import { Fault, runIfStarted, say } from "./terminal.mjs";

/**
 * The path of a Chromium or Chrome that runs: the one CHROMIUM_PATH names, else an installed one, else Playwright's own
 * (downloaded if need be), else Debian's package when we are root.
 */
export async function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return demandGiven(env.CHROMIUM_PATH);
  const found = (await firstThatRuns(installedPlaces(env))) ?? (await playwrightBrowser());
  if (found) return found;
  if (await installDebianPackages("chromium")) {
    const installed = await firstThatRuns(installedPlaces(env));
    if (installed) return installed;
  }
  throw new Fault(
    "The end-to-end tests need a browser. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chrome npm test",
  );
}

async function demandGiven(path) {
  if (await runs(path)) return path;
  throw new Fault(`CHROMIUM_PATH names ${path}, which does not run.`);
}

async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (await runs(path)) return path;
  say("Downloading Playwright's browser, since no Chromium or Chrome is installed");
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" };
  const options = { env, timeout: 10 * 60_000 };
  const { code } = await runNode(
    inProject("node_modules/playwright/cli.js"),
    ["install", "chromium"],
    options,
  );
  if (code !== 0) say("It could not be downloaded");
  return (await runs(path)) ? path : undefined;
}

async function firstThatRuns(places) {
  for (const place of places) if (await runs(place)) return place;
  return undefined;
}

// A file is not enough: Ubuntu's chromium-browser only tells to install a snap, and Playwright's own may lack libraries of
// the system. On Windows a browser that is asked for its version opens a window instead.
async function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return (await runProgram(path, ["--version"], { timeout: 30_000 })).code === 0;
}

function installedPlaces(env) {
  if (process.platform === "darwin") return MAC_APPS.flatMap((app) => [app, join(env.HOME ?? "", app)]);
  if (process.platform === "win32") return windowsPlaces(env);
  const folders = (env.PATH ?? "").split(delimiter).concat("/usr/bin", "/snap/bin", "/opt/google/chrome");
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function windowsPlaces(env) {
  const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
  return WINDOWS_APPS.flatMap((app) => roots.map((root) => join(root, app)));
}

const LINUX_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const MAC_APPS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_APPS = [
  "Chromium\\Application\\chrome.exe",
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

await runIfStarted(import.meta.url, async () => say(await findBrowser()));
