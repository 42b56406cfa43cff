import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the newest PostgreSQL installed from Debian's packages; undefined when there is none. */
export function debianBinaries(root = "/usr/lib/postgresql") {
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}
