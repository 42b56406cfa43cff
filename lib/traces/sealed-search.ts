// What somebody looks for in a trace is a number or a name: it must not stand in an address, which browsers and
// proxies remember. So the address carries it sealed under the case key.
import { type Key, open, seal } from "@/lib/platform/sealed";

const contextOf = (traceId: string) => `trace-search:${traceId}`;

/** The words looked for, as they may stand in the address of a trace's page. */
export function sealSearch(key: Key, traceId: string, text: string): string {
  return Buffer.from(seal(key, new TextEncoder().encode(text), contextOf(traceId))).toString("base64url");
}

/** The words again; "" when the address was changed, or is that of another trace. */
export function openSearch(key: Key, traceId: string, sealed: string): string {
  const opened = open(key, Buffer.from(sealed, "base64url"), contextOf(traceId));
  return opened.ok ? new TextDecoder().decode(opened.value) : "";
}
