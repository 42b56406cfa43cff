import type { Host } from "../call-story";
import { firstValue } from "../header-values";
import { addressOf, requestAddress } from "./address";
import type { Line } from "./line";

type Place = { address: string; port?: number };

/**
 * Names the two columns of every line and gives the columns in the order of their first message. An address is one
 * column; where it sends to itself it plays two parts, and each of its ports is a column.
 */
export function nameColumns(lines: Line[]): Host[] {
  const places = lines.map((line) => placesOf(line, lines));
  const twofold = new Set<string>();
  for (const { source, destination } of places) {
    if (source && source.address === destination?.address && source.port !== destination.port) {
      twofold.add(source.address);
    }
  }
  const hosts = new Map<string, Host>();
  const speakers = new Map<string, string>();
  const columnOf = (place: Place | undefined) => (place ? noteColumn(hosts, place, twofold) : "");
  lines.forEach((line, index) => {
    line.from = columnOf(places[index]?.source);
    line.to = columnOf(places[index]?.destination);
    noteSoftware(hosts, line, speakers);
  });
  return [...hosts.values()];
}

function noteColumn(hosts: Map<string, Host>, { address, port }: Place, twofold: Set<string>): string {
  const id = twofold.has(address) && port !== undefined ? withPort(address, port) : address;
  const host = hosts.get(id) ?? { id, address, ports: [], role: "host", software: [] };
  if (port !== undefined && !host.ports.includes(port)) host.ports.push(port);
  hosts.set(id, host);
  return id;
}

function withPort(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** What a proxy passes on was written by the far end: whoever was seen first to send the words speaks of itself. */
function noteSoftware(hosts: Map<string, Host>, line: Line, speakers: Map<string, string>): void {
  const isRequest = line.read.kind === "request";
  const host = hosts.get(line.from);
  const software = firstValue(line.read, isRequest ? "User-Agent" : "Server");
  if (!host || !software || (isRequest && line.vias.length > 1)) return;
  const { callId, fromTag, toTag } = line.facts;
  const speech = [callId, isRequest ? fromTag : toTag, software].join("\n");
  if (!speakers.has(speech)) speakers.set(speech, line.from);
  if (speakers.get(speech) === line.from && !host.software.includes(software)) host.software.push(software);
}

/** Where the packets say, or where the headers do when a text log holds no addresses. */
function placesOf(line: Line, lines: Line[]): { source?: Place; destination?: Place } {
  const { source, destination } = line.seen;
  if (source && destination) return { source, destination };
  const written = writtenPlacesOf(line, lines);
  return { source: source ?? written.source, destination: destination ?? written.destination };
}

function writtenPlacesOf(line: Line, lines: Line[]): { source?: Place; destination?: Place } {
  const [via] = line.vias;
  const hop: Place | undefined = via?.host
    ? { address: via.received ?? via.host, port: Number(via.rport) || (via.port ?? 5060) }
    : undefined;
  if (line.read.kind === "request") {
    const target = addressOf(line.read, "Route") ?? requestAddress(line.read);
    if (!target?.host) return { source: hop };
    return { source: hop, destination: { address: target.host, port: target.port ?? 5060 } };
  }
  const asked = lines.find(
    (other) => other.read.kind === "request" && via !== undefined && other.vias[0]?.branch === via.branch,
  );
  return { destination: hop, source: asked ? writtenPlacesOf(asked, lines).destination : undefined };
}
