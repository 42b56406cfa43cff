import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDatabase } from "./start-database.mjs";

/** A new folder for the time of a test, which the account of the database may pass through. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "nightjar-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** A PostgreSQL of its own with no data, whose `stop` removes it with everything in it. */
export async function startTemporaryDatabase({ binaries, say = () => {} } = {}) {
  const folder = temporaryFolder();
  const database = await startDatabase({ dataFolder: join(folder, "data"), binaries, say });
  return {
    ...database,
    stop: async () => {
      await database.stop({ evenIfUsed: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
