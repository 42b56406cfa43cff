import { existsSync } from "node:fs";
import { runProgram } from "./run-program.mjs";
import { say } from "./terminal.mjs";

const MINUTES = 60_000;

/** Installs packages of Debian's (or Ubuntu's) when we are root there; gives whether that went well. */
export async function installDebianPackages(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  say(`Installing ${names.join(" and ")} from Debian's packages`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-qq"], { env, timeout: 5 * MINUTES });
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...names];
  const { code, output } = await runProgram("apt-get", args, { env, timeout: 15 * MINUTES });
  if (code !== 0) say(`That failed:\n${output.trim().split("\n").slice(-5).join("\n")}`);
  return code === 0;
}
