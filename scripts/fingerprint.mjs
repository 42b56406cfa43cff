import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A SHA-256 over the names and bytes of files below `root`. `paths` are files or folders relative to it, those that do not
 * exist are passed over; `isInput` leaves files out by their relative path; `also` is any further text that counts.
 */
export function fingerprint({ root, paths, isInput = () => true, also = "" }) {
  const hash = createHash("sha256").update(also);
  const files = paths.flatMap((path) => filesBelow(root, path)).filter(isInput);
  for (const file of files.sort()) {
    const bytes = readFileSync(join(root, file));
    hash.update(`\n${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

function filesBelow(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
}
