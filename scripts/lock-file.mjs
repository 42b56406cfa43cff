import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const REFRESH_MS = 5_000;
// Well above the refresh: a holder that has not touched its lock for so long is gone, whoever has its pid now.
const STALE_MS = 60_000;

/** Does `work` while this process alone holds the lock `file`; `onWait` is called once when another one holds it. */
export async function withLockFile(file, work, { onWait = () => {} } = {}) {
  const mark = `${process.pid} ${randomUUID()}\n`;
  for (let turn = 0; !take(file, mark); turn += 1) {
    if (turn === 0) onWait();
    await pause(100);
  }
  const refresh = setInterval(() => touch(file), REFRESH_MS);
  refresh.unref();
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    if (read(file) === mark) rmSync(file, { force: true });
  }
}

function take(file, mark) {
  try {
    writeFileSync(file, mark, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  removeIfStale(file);
  return false;
}

// Two waiters may find the same stale lock, and the slower of them would remove the new lock of the faster. So the lock is
// moved aside first, and put back if it turns out not to be the one that was found stale.
function removeIfStale(file) {
  const found = read(file);
  if (found === undefined || !isStale(file, found)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== found) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(error.code)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isStale(file, mark) {
  const pid = Number.parseInt(mark, 10);
  if (pid > 0 && pid !== process.pid && !isAlive(pid)) return true;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > STALE_MS;
}

/** Whether a process with this pid exists; one of another user's counts. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Taken over after a long standstill of this process: the check of the mark at the end leaves it alone.
  }
}
