// The checks that need neither a build, a browser nor an installed database, for use while writing.
import { checkLint, checkTypes, runPhase, runVitest } from "./checks.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { setUp } from "./start.mjs";
import { formatTally, sum } from "./tally.mjs";
import { runIfStarted, say } from "./terminal.mjs";

async function main() {
  process.env.TZ = "Asia/Kathmandu";
  await setUp(ensureDependencies);
  const total = sum([
    await runPhase("lint", checkLint),
    await runPhase("types", checkTypes),
    await runPhase("unit and architecture", () => runVitest({ project: "unit" })),
  ]);
  say(`\n${formatTally(total)}`);
  return total.failed > 0 ? 1 : 0;
}

await runIfStarted(import.meta.url, main);
