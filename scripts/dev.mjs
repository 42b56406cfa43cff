import { ensureDependencies } from "./dependencies.mjs";
import { ensureGenerated } from "./prisma.mjs";
import { checkSettings, serveUntilStopped, setUp } from "./start.mjs";
import { runIfStarted } from "./terminal.mjs";

async function main() {
  await checkSettings();
  await setUp(async () => {
    await ensureDependencies();
    await ensureGenerated();
  });
  return serveUntilStopped("dev");
}

await runIfStarted(import.meta.url, main);
