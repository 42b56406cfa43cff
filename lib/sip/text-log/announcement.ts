// What the line before a message says of it. Programs write it in their own ways; what they share is an address, and a
// word or an arrow for its direction:
//
//   <--- Received SIP request (512 bytes) from UDP:192.0.2.10:5060 --->            Asterisk, PJSIP
//   <--- SIP read from UDP:192.0.2.10:5060 --->                                    Asterisk, chan_sip
//   Reliably Transmitting (no NAT) to 192.0.2.10:5060:                             Asterisk, chan_sip
//   2026/03/03 21:14:05.000000 192.0.2.10:5060 -> 203.0.113.30:5060                sngrep
//   21:14:05.120  pjsua_core.c  .TX 512 bytes Request msg INVITE/cseq=1 (tdta0x1) to UDP 203.0.113.30:5060:
//   recv 1170 bytes from udp/[192.0.2.10]:5060 at 21:14:05.123456:                 FreeSWITCH
//   channel [0x1]: message sent to [UDP://203.0.113.30:5060], size: [512] bytes    Linphone
//   UDP 192.0.2.10:5060 -> 203.0.113.30:5060                                       baresip
//   SEND >> 203.0.113.30:5060                                                      X-Lite, Bria
//   Source: 192.0.2.10:5060                                                        a trap for scanners; Kamailio's sipdump
import { type Endpoint, type Transport, transports } from "@/lib/captures/packet";
import { endpointsIn, type PlacedEndpoint } from "./log-endpoint";
import { type LogTime, timeIn, unixTimeIn } from "./log-time";

export type Announcement = {
  source?: Endpoint;
  destination?: Endpoint;
  transport?: Transport;
  time?: LogTime;
};

/** What one line tells; lines of a name and a value add up with those before. */
export function announcementIn(line: string, before: Announcement): Announcement {
  const field = FIELD.exec(line);
  if (field)
    return withField(before, { name: (field[1] ?? "").toLowerCase(), value: (field[2] ?? "").trim() });
  const time = timeIn(line);
  const [first, second] = endpointsIn(line);
  if (!first) return time ? { ...before, time } : before;
  const transport = transportIn(line, first) ?? before.transport;
  const between = second ? line.slice(first.end, second.start) : "";
  if (second && /<[-=]|<<?\s/.test(between))
    return { source: plain(second), destination: plain(first), transport, time };
  if (second && /[-=]>|>|\bto\b/.test(between))
    return { source: plain(first), destination: plain(second), transport, time };
  const direction = directionOf(line, first);
  if (direction === "in") return { source: plain(first), transport, time };
  if (direction === "out") return { destination: plain(first), transport, time };
  return time ? { ...before, time } : before;
}

function plain({ address, port }: PlacedEndpoint): Endpoint {
  return { address, port };
}

/** The word right before the address speaks louder than the first of the line. */
function directionOf(line: string, { start }: PlacedEndpoint): "in" | "out" | undefined {
  const lead = line.slice(0, start);
  const near = /\b(from|to)\b[^\w]{0,4}(?:[a-z]{2,4}\W{0,4})?$/i.exec(lead)?.[1]?.toLowerCase();
  if (near) return near === "from" ? "in" : "out";
  if (/<<|\b(?:recv|received?|receiving|read|rx|incoming)\b/i.test(lead)) return "in";
  return />>|\b(?:send|sent|sending|tx|transmitt\w+|retransmitt\w+|outgoing)\b/i.test(lead)
    ? "out"
    : undefined;
}

const TRANSPORT = new RegExp(`\\b(${transports.join("|")}|wss)\\b`, "i");

function transportIn(line: string, { start }: PlacedEndpoint): Transport | undefined {
  return transportNamed(line.slice(Math.max(0, start - 24), start));
}

function transportNamed(text: string): Transport | undefined {
  const name = TRANSPORT.exec(text)?.[1]?.toLowerCase();
  return name === "wss" ? "ws" : transports.find((one) => one === name);
}

const FIELD =
  /^\s*(source|src|src_?ip|src_?port|from|destination|dest|dst|dst_?ip|dst_?port|to|date|datetime|time|timestamp|proto|protocol|transport)\s*[:=]\s*(\S.*)$/i;

function withField(before: Announcement, { name, value }: { name: string; value: string }): Announcement {
  if (/^(date|time)/.test(name))
    return { ...before, time: better(before.time, unixTimeIn(value) ?? timeIn(value)) };
  if (/^(proto|transport)/.test(name))
    return { ...before, transport: transportNamed(value) ?? before.transport };
  const side = /^(s|from)/.test(name) ? "source" : "destination";
  return { ...before, [side]: withPart(before[side], { name, value }) };
}

/** The time with a zone, where a log tells both. */
function better(known: LogTime | undefined, found: LogTime | undefined): LogTime | undefined {
  return found && (!known || known.lacksZone) ? found : known;
}

function withPart(
  known: Endpoint | undefined,
  { name, value }: { name: string; value: string },
): Endpoint | undefined {
  if (name.endsWith("port")) return known && { ...known, port: Number.parseInt(value, 10) || 0 };
  const [found] = endpointsIn(value);
  if (found) return plain(found);
  return /^[\w.:*-]{2,64}$/.test(value) ? { address: value, port: 0 } : known;
}
