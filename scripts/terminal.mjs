import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A failure told in words for the person at the terminal, so no stack is shown with it. */
export class Fault extends Error {}

export function say(line) {
  console.log(line);
}

/** Runs `main` when the file at `url` (its `import.meta.url`) is what Node was started with, not when it is imported. */
export async function runIfStarted(url, main) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    console.error(error instanceof Fault ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
