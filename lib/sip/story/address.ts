import type { Param } from "../header-params";
import { firstRange, headerValues } from "../header-values";
import type { SipMessage } from "../message";
import { readNameAddr } from "../name-addr";
import type { Range } from "../range";
import { readUri, type Uri } from "../uri";
import { decodedUri } from "../uri-escapes";

/** Whom a header names, in the words that stories are told with. */
export type Address = {
  displayName?: string;
  /** The URI as written. */
  uri: string;
  /** Escapes undone; the number of a tel URI; "" when there is none. */
  user: string;
  /** In small letters; "" for a tel URI. */
  host: string;
  port?: number;
  parts: Uri;
  /** Of the header, not of the URI. */
  params: Param[];
};

/** Many parts of a story ask the same message for the same addresses, which are read once for as long as it is held. */
const known = new WeakMap<SipMessage, Map<string, Address[]>>();

function once(message: SipMessage, name: string, read: () => Address[]): Address[] {
  const addresses = known.get(message) ?? new Map<string, Address[]>();
  known.set(message, addresses);
  const found = addresses.get(name) ?? read();
  addresses.set(name, found);
  return found;
}

/** The address in the first value of a header. */
export function addressOf(message: SipMessage, name: string): Address | undefined {
  return once(message, `first ${name}`, () => {
    const range = firstRange(message, name);
    return range ? [readAddress(message.text, range)] : [];
  })[0];
}

/** The addresses in all values of a header. */
export function addressesOf(message: SipMessage, name: string): Address[] {
  return once(message, name, () =>
    headerValues(message, name).map((range) => readAddress(message.text, range)),
  );
}

export function readAddress(text: string, range?: Range): Address {
  const { displayName, uri, params } = readNameAddr(text, range);
  return { ...(displayName ? { displayName } : {}), ...plainUri(text, uri), params };
}

/** Where a request is sent to: its start line's URI. */
export function requestAddress(message: SipMessage): Address | undefined {
  if (message.kind === "response") return undefined;
  const { text, uri } = message;
  return once(message, "request", () => [{ ...plainUri(text, readUri(text, uri)), params: [] }])[0];
}

function plainUri(text: string, uri: Uri): Omit<Address, "displayName" | "params"> {
  return {
    uri: text.slice(uri.range.start, uri.range.end),
    user: decodedUri((uri.user?.text ?? "").split(";")[0] ?? ""),
    host: (uri.host?.text ?? "").toLowerCase(),
    ...(uri.port === undefined ? {} : { port: uri.port }),
    parts: uri,
  };
}

/** RFC 3261 section 19.1.4 compares more; user, host and port are what tells places apart here. */
export function isSameAddress(one: Address, other: Address): boolean {
  return one.user === other.user && one.host === other.host && (one.port ?? 5060) === (other.port ?? 5060);
}
