import { posix } from "node:path";
import type { SourceFile } from "./source-file";

export type Import = {
  /** As written: `@/lib/audit/chain`, `./event`, `node:fs`. */
  specifier: string;
  /** A path from the root without its ending, or the name of a package. */
  target: string;
  /** The imported names as written, e.g. `randomBytes, type Hash`; empty for a bare or dynamic import. */
  names: string;
  /** Whether only types are imported, which leave nothing behind at run time. */
  isTypeOnly: boolean;
  isReexport: boolean;
};

// Biome's format is the rule here: a statement begins at the start of its line and its specifier stands in quotes.
const STATEMENT =
  /^(?<verb>import|export)\s+(?<type>type\s+)?(?<names>\*(?:\s+as\s+\w+)?|[\w$\s,{}*]*?)\s*from\s+["'](?<from>[^"']+)["']/gm;
const BARE = /^import\s+["']([^"']+)["']/gm;
const CALL = /(typeof\s+)?\b(?:import|require)\(\s*["']([^"']+)["']\s*\)/g;

/** Every import of a file, static and dynamic, and every re-export. */
export function importsOf({ path, source }: SourceFile): Import[] {
  const resolved = (specifier: string) => ({ specifier, target: targetOf(specifier, path) });
  const statements = [...source.matchAll(STATEMENT)].map(({ groups: { verb, type, names, from } = {} }) => ({
    ...resolved(from ?? ""),
    names: names ?? "",
    isTypeOnly: type !== undefined || hasTypesOnly(names ?? ""),
    isReexport: verb === "export",
  }));
  const rest = { names: "", isReexport: false };
  const bare = [...source.matchAll(BARE)].map(([, from = ""]) => ({
    ...resolved(from),
    ...rest,
    isTypeOnly: false,
  }));
  const calls = [...source.matchAll(CALL)].map(([, type, from = ""]) => ({
    ...resolved(from),
    ...rest,
    isTypeOnly: type !== undefined,
  }));
  return [...statements, ...bare, ...calls];
}

function hasTypesOnly(names: string): boolean {
  const listed = /^\{(.*)\}$/s
    .exec(names.trim())?.[1]
    ?.split(",")
    .map((name) => name.trim());
  return listed?.filter(Boolean).every((name) => name.startsWith("type ")) ?? false;
}

function targetOf(specifier: string, path: string): string {
  if (specifier.startsWith("@/")) return withoutEnding(specifier.slice(2));
  if (!specifier.startsWith(".")) return specifier;
  return withoutEnding(posix.join(posix.dirname(path), specifier));
}

function withoutEnding(path: string): string {
  return path.replace(/\.tsx?$/, "");
}

/** The line of a failure. */
export function told({ path }: SourceFile, { specifier }: Import): string {
  return `${path} -> ${specifier}`;
}
