import { type Param, paramValue, readParams } from "./header-params";
import { placeOf, trimmed } from "./header-text";
import { type HostPort, readHostPort } from "./host-port";
import type { Range } from "./range";

/** One hop: `SIP/2.0/UDP host:port;branch=...` (RFC 3261 section 20.42). */
export type Via = {
  range: Range;
  /** "SIP/2.0" without white space; "" where it could not be read. */
  protocol: string;
  /** In capital letters: "UDP", "TCP", "TLS", "SCTP", "WS", "WSS", or what stands there. */
  transport: string;
  /** As the hop wrote itself; IPv6 addresses without brackets. "" where it could not be read. */
  host: string;
  hostRange: Range;
  port?: number;
  sentBy: HostPort;
  params: Param[];
  /** From the first ";" to the end. */
  paramsRange: Range;
  branch?: string;
  /** Address that the next hop saw (section 18.2.1); IPv6 addresses without brackets. */
  received?: string;
  /** RFC 3581: "" when asked for, a number once the next hop filled it in. */
  rport?: string;
};

// White space may stand around the slashes, and lines may be folded.
const PROTOCOL = /^([^\s/]*)\s*\/\s*([^\s/]*)\s*\/\s*([^\s/;]+)/;

/** Reads one value of Via, as `headerValues` gives it. Never fails; what cannot be read is "". */
export function readVia(text: string, range: Range = { start: 0, end: text.length }): Via {
  const whole = trimmed(text, range);
  const paramsRange = { start: placeOf(text, ";", whole), end: whole.end };
  const [written = "", name, version, transport = ""] =
    PROTOCOL.exec(text.slice(whole.start, paramsRange.start)) ?? [];
  const sentBy = readHostPort(text, { start: whole.start + written.length, end: paramsRange.start });
  const { host, port } = sentBy;
  const params = readParams(text, paramsRange);
  return {
    range: whole,
    protocol: written && `${name}/${version}`,
    transport: transport.toUpperCase(),
    host: host?.text ?? "",
    hostRange: host ?? { start: paramsRange.start, end: paramsRange.start },
    sentBy,
    ...(port !== undefined && { port }),
    params,
    paramsRange,
    branch: paramValue(params, "branch"),
    received: paramValue(params, "received")?.replace(/^\[|\]$/g, ""),
    rport: paramValue(params, "rport"),
  };
}
