import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/platform/env";

/**
 * The caller's address as the outermost trusted proxy saw it; nothing without one, because the header is then whatever
 * the caller wrote. Used for throttling only, as a keyed tag.
 */
export async function clientAddress(): Promise<string | undefined> {
  const proxies = env().NIGHTJAR_TRUSTED_PROXIES;
  if (proxies === 0) return undefined;
  const hops = ((await headers()).get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-proxies) || undefined;
}
