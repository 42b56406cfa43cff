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

/** The address in the first value of a header. */
export function addressOf(message: SipMessage, name: string): Address | undefined {
  const range = firstRange(message, name);
  return range && readAddress(message.text, range);
}

/** The addresses in all values of a header. */
export function addressesOf(message: SipMessage, name: string): Address[] {
  return headerValues(message, name).map((range) => readAddress(message.text, range));
}

export function readAddress(text: string, range?: Range): Address {
  const { displayName, uri, params } = readNameAddr(text, range);
  return { ...(displayName ? { displayName } : {}), ...plainUri(text, uri), params };
}

/** Where a request is sent to: its start line's URI. */
export function requestAddress(message: SipMessage): Address | undefined {
  if (message.kind === "response") return undefined;
  return { ...plainUri(message.text, readUri(message.text, message.uri)), params: [] };
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
