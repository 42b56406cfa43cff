import { paramValue, readParams } from "@/lib/sip/header-params";
import type { Range } from "@/lib/sip/range";

/** An Identity header as written (RFC 8224 section 4): the token and what stands beside it. */
export type IdentityHeader = {
  token: string;
  /** Where the certificate is, without its angle brackets. */
  info?: string;
  algorithm?: string;
  extension?: string;
  /** The quoted signature of RFC 4474. */
  isObsolete: boolean;
};

export function readIdentityHeader(text: string, { start, end }: Range): IdentityHeader {
  const semicolon = text.indexOf(";", start);
  const stop = semicolon < 0 || semicolon > end ? end : semicolon;
  const params = readParams(text, { start: stop, end });
  const written = text.slice(start, stop);
  return {
    // A token is folded by some senders; white space is no part of it.
    token: written.replace(/[\s"]/g, ""),
    info: paramValue(params, "info")?.replace(/^<|>$/g, ""),
    algorithm: paramValue(params, "alg"),
    extension: paramValue(params, "ppt"),
    isObsolete: written.startsWith('"') || !written.includes("."),
  };
}
