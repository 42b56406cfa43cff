import type { Call } from "@/lib/sip/call";
import { firstValue } from "@/lib/sip/header-values";
import { readNameAddr } from "@/lib/sip/name-addr";
import type { TraceMessage } from "@/lib/sip/trace-message";
import { readUri, type Uri } from "@/lib/sip/uri";
import { readUnchecked } from "./read-unchecked";

/** Requests looked at for the address of a name. */
const MOST_READ = 200;

/**
 * Addresses of the hosts that the person declared, for `judgeCaller`. A name counts only for an address to which somebody
 * else in these calls sent a request that was meant for that name: names in Via, Contact or Server are written by the very
 * host that wants to be trusted. Registrations of the same trace tell most, so hand them in, too.
 * @param declared addresses, names or domains, with or without port and brackets; a domain holds its subdomains
 */
export function addressesOfDeclared(declared: readonly string[], calls: Iterable<Call>): Set<string> {
  const hosts = declared.map(plainHost).filter((host) => host !== "");
  const addresses = new Set(hosts.filter(isAddress));
  const names = hosts.filter((host) => !isAddress(host));
  if (names.length === 0) return addresses;
  for (const { seen, to } of requestsOf(calls)) {
    if (namesMeant(seen).some((name) => isAmong(name, names))) addresses.add(to);
  }
  return addresses;
}

function plainHost(written: string): string {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^sips?:/, "");
  const bracketed = /^\[([^\]]*)\]/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  return text.split(":").length > 2 ? text : text.replace(/:\d+$/, "").replace(/\.$/, "");
}

function isAddress(host: string): boolean {
  return host.includes(":") || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

function* requestsOf(calls: Iterable<Call>): Generator<{ seen: TraceMessage; to: string }> {
  let left = MOST_READ;
  for (const { messages } of calls) {
    for (const seen of messages) {
      if (seen.text.startsWith("SIP/") || !seen.destination) continue;
      if (left === 0) return;
      left -= 1;
      yield { seen, to: seen.destination.address };
    }
  }
}

/** Where a request is to go: the first Route, or without it the request's address (RFC 3261 section 8.1.2). */
function namesMeant(seen: TraceMessage): string[] {
  const read = readUnchecked(seen.text);
  const route = firstValue(read, "Route");
  if (route) return hostsOf(readNameAddr(route).uri);
  return read.kind === "request" ? hostsOf(readUri(read.text, read.uri)) : [];
}

function hostsOf({ host }: Uri): string[] {
  return host ? [host.text.toLowerCase()] : [];
}

function isAmong(name: string, names: readonly string[]): boolean {
  return names.some((declared) => name === declared || name.endsWith(`.${declared}`));
}
