import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of the program: its path from the root with forward slashes, and its text. */
export type SourceFile = { path: string; source: string };

/** Every TypeScript file below the given folders and files of the root. */
export function readSources(root: string, places: readonly string[]): SourceFile[] {
  return places
    .flatMap((place) => (isSource(place) ? [place] : sourcesBelow(root, place)))
    .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }));
}

function sourcesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter(isSource)
    .sort();
}

function isSource(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
}

/** Whether a file is there for tests only: a test, or what tests and benches build with. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)(test|inspect)-[^/]*\.ts$/.test(path);
}
