import type { Endpoint } from "@/lib/captures/packet";

/** An address with a port, in a line of a log, and where it stands there. */
export type PlacedEndpoint = Endpoint & { start: number; end: number };

// 192.0.2.1:5060, [2001:db8::1]:5060, udp/[192.0.2.1]:5060, and addresses that somebody has made unreadable.
const ENDPOINT =
  /\[([\w.:%-]{2,64})\]:(\d{1,5})(?!\w|[.:]\d)|(?<![\w.-])((?:[\dXx*]{1,3}\.){3}[\dXx*]{1,3}|[A-Za-z][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,10}|localhost):(\d{1,5})(?!\w|[.:]\d)/g;
/** A file of source text with a line number looks like a host with a port. */
const SOURCE_FILE = /\.(?:c|cc|cpp|h|hpp|go|js|ts|py|lua|java|rs|erl)$/;
/** IPv6 without brackets, as a few programs write it: the last number is the port. */
const BARE_IPV6 = /(?<![\w:.[])([0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,8}):(\d{2,5})(?![\w:.])/g;

const LONGEST = 2000;

/** Every address with a port in a line, in its order. */
export function endpointsIn(line: string): PlacedEndpoint[] {
  const text = line.slice(0, LONGEST);
  if (!/:\d/.test(text)) return [];
  const found = [...text.matchAll(ENDPOINT)].map((match) => {
    const [all, bracketed, port, plain, plainPort] = match;
    const address = bracketed ?? plain ?? "";
    return { address, port: Number(port ?? plainPort), start: match.index, end: match.index + all.length };
  });
  const usable = found.filter(({ address, port }) => port > 0 && port < 65_536 && !SOURCE_FILE.test(address));
  return usable.length > 0 ? usable : bareIpv6In(text);
}

function bareIpv6In(text: string): PlacedEndpoint[] {
  return [...text.matchAll(BARE_IPV6)].map((match) => {
    const [all, address = "", port] = match;
    return { address, port: Number(port), start: match.index, end: match.index + all.length };
  });
}
