// What the build holds: every route and every server action, so that no list of them is kept by hand.
import { readFileSync } from "node:fs";

/** A server action: its id in the build, the file and the name in the source, and the pages it can be posted to. */
export type BuiltAction = { id: string; file: string; name: string; pages: string[] };

/** The pattern of every page and route handler, such as `/cases/[caseId]/letters/[letterId]/pdf`. */
export function builtRoutes(): string[] {
  return Object.values(readBuild<Record<string, string>>("app-path-routes-manifest.json")).sort();
}

export function builtActions(): BuiltAction[] {
  const { node } = readBuild<{ node: Record<string, ManifestAction> }>(
    "server/server-reference-manifest.json",
  );
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    file: filename,
    name: exportedName,
    pages: Object.keys(workers).map((worker) => worker.replace(/^app|\/page$/g, "") || "/"),
  }));
}

/** Names of the dynamic parts of a route. */
export function partsOf(route: string): string[] {
  return [...route.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
}

/** The route's address with an id in every dynamic part; a part that nobody has an id for is a mistake of the test. */
export function addressOf(route: string, ids: Record<string, unknown>): string {
  return route.replace(/\[(\w+)\]/g, (_, name: string) => {
    if (typeof ids[name] === "string") return ids[name];
    throw new Error(`No id for [${name}] of ${route}: add one to full-case.ts`);
  });
}

type ManifestAction = { filename: string; exportedName: string; workers: Record<string, unknown> };

function readBuild<Content>(file: string): Content {
  return JSON.parse(readFileSync(new URL(`../.next/${file}`, import.meta.url), "utf8"));
}
