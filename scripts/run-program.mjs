import { spawn } from "node:child_process";
import { projectRoot } from "./project-root.mjs";

const running = new Set();

/** Asks every program that runs now to end, so that whoever waits for it can clear up and leave. */
export function endPrograms() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end and gives `{ code, output, error }`; a failing program does not throw. With `show` its output
 * goes to the terminal instead of `output`. `code` is null when it could not be started or was ended by a signal.
 */
export function runProgram(file, args, { show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = ["ignore", ...(show ? ["inherit", "inherit"] : ["pipe", "pipe"])];
    const child = spawn(file, args, { cwd: projectRoot, stdio, ...options });
    running.add(child);
    child.on("exit", () => running.delete(child));
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", (error) => resolve({ code: null, output: String(error.message), error }));
    child.on("close", (code) => resolve({ code, output }));
    // A daemon that the program leaves behind may keep the pipes open for ever, so its end is not waited for.
    child.on("exit", (code) => setTimeout(() => resolve({ code, output }), 1000).unref());
  });
}

/** Runs a script of an installed package with this Node. */
export function runNode(script, args, options) {
  return runProgram(process.execPath, [script, ...args], options);
}
