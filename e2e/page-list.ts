import { readFileSync } from "node:fs";
import { addressOf as addressWith } from "./built-app";

/** Routes that answer with a page though they are no pages of React. */
const lightPages = ["/", "/safety"];

/**
 * The routes of every page that the build has, such as `/cases/[caseId]/history`. Left out is the page that stands in
 * when the layout itself fails: it has no address.
 */
export function pageRoutes(): string[] {
  const routes = Object.entries(readRoutes())
    .filter(([file]) => file.endsWith("/page"))
    .map(([, route]) => route)
    .filter((route) => route !== "/_global-error");
  return [...lightPages, ...routes].sort();
}

/** The routes of every answer that is no page: downloads, and posts to a route of their own. */
export function otherRoutes(): string[] {
  const routes = Object.entries(readRoutes())
    .filter(([file]) => file.endsWith("/route"))
    .map(([, route]) => route);
  return routes.filter((route) => !lightPages.includes(route)).sort();
}

/** The address of a route, with an id in each of its places; for the page of what is not there, one that is not. */
export function addressOf(route: string, ids: Record<string, string>): string {
  return route === "/_not-found" ? "/no-such-page" : addressWith(route, ids);
}

function readRoutes(): Record<string, string> {
  return JSON.parse(readFileSync(new URL("../.next/app-path-routes-manifest.json", import.meta.url), "utf8"));
}
