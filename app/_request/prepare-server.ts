import { ensureServerIsReady } from "@/lib/account/commands/prepare-server";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { errorFields, log } from "@/lib/platform/log";
import { applyMigrations } from "@/lib/platform/migrate";
import { sweepParts } from "@/lib/storage/file-store";

/** Checks the settings, applies the migrations and makes the server key. A server that cannot do this does not start. */
export async function prepareServer(): Promise<void> {
  try {
    const applied = await applyMigrations(env().DATABASE_URL);
    await ensureServerIsReady();
    await sweepParts(now());
    log("info", "server.ready", { migrationsApplied: applied.length });
  } catch (error) {
    log("error", "server.not-started", errorFields(error));
    // Settings and migrations hold no case content, so here the sentence itself helps the operator.
    process.stderr.write(`${error instanceof Error ? error.message : "The server could not start"}\n`);
    process.exit(1);
  }
}
