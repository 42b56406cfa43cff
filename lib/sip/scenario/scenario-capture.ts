import type { Endpoint } from "@/lib/captures/packet";
import { ethernetTcp, ethernetUdp, type PacketToWrite, writePcap } from "@/lib/captures/write-capture";
import { hostPort } from "./draft";
import type { ScenarioMessage } from "./script";
import { token } from "./token";
import { webSocketFrame, webSocketGreeting } from "./web-socket";

export type CaptureOptions = {
  /** Most bytes of a message in one TCP segment. */
  segmentBytes?: number;
  /** Whether consecutive messages of one TCP flow go into one segment. */
  isJoined?: boolean;
};

/** A pcap file of a made-up trace. TCP connections begin with their handshake; "ws" is WebSocket over TCP. */
export function scenarioCapture(
  messages: readonly ScenarioMessage[],
  options: CaptureOptions = {},
): Uint8Array {
  return writePcap(scenarioPackets(messages, options));
}

export function scenarioPackets(
  messages: readonly ScenarioMessage[],
  options: CaptureOptions = {},
): PacketToWrite[] {
  const connections = new Map<string, Connection>();
  return (options.isJoined ? joined(messages) : messages).flatMap((message) => {
    if (message.transport === "udp")
      return [{ at: message.at, bytes: ethernetUdp({ ...message, payload: message.text }) }];
    const known = connections.get(nameOf(message));
    const connection = known ?? connectionOf(message);
    connections.set(nameOf(message), connection);
    return [...(known ? [] : greeting(connection, message)), ...segmentsOf(connection, message, options)];
  });
}

function joined(messages: readonly ScenarioMessage[]): ScenarioMessage[] {
  const kept: ScenarioMessage[] = [];
  for (const message of messages) {
    const last = kept.at(-1);
    if (last?.transport === "tcp" && isSameWay(last, message))
      kept[kept.length - 1] = { ...last, text: last.text + message.text };
    else kept.push(message);
  }
  return kept;
}

function isSameWay(one: ScenarioMessage, other: ScenarioMessage): boolean {
  return (
    one.transport === other.transport &&
    hostPort(one.source) === hostPort(other.source) &&
    hostPort(one.destination) === hostPort(other.destination)
  );
}

/** Both directions of a TCP connection: the next sequence number of each side. */
type Connection = { client: Endpoint; next: Map<string, number> };

function nameOf({ source, destination }: ScenarioMessage): string {
  return [hostPort(source), hostPort(destination)].sort().join(" ");
}

function connectionOf({ source, destination }: ScenarioMessage): Connection {
  const sides = [source, destination].map(hostPort);
  return { client: source, next: new Map(sides.map((side) => [side, Number.parseInt(token(side), 16)])) };
}

type Way = Pick<ScenarioMessage, "source" | "destination" | "at">;

function greeting(
  connection: Connection,
  { source, destination, at, transport }: ScenarioMessage,
): PacketToWrite[] {
  const [there, back]: [Way, Way] = [
    { source, destination, at },
    { source: destination, destination: source, at },
  ];
  const shake = [
    segment(connection, there, { payload: "", flags: "S" }),
    segment(connection, back, { payload: "", flags: "SA" }),
    segment(connection, there, { payload: "", flags: "A" }),
  ];
  if (transport !== "ws") return shake;
  const [request, answer] = webSocketGreeting(destination);
  return [
    ...shake,
    segment(connection, there, { payload: request }),
    segment(connection, back, { payload: answer }),
  ];
}

function segmentsOf(
  connection: Connection,
  message: ScenarioMessage,
  { segmentBytes = 1400 }: CaptureOptions,
): PacketToWrite[] {
  const isFromClient = hostPort(message.source) === hostPort(connection.client);
  const text =
    message.transport === "ws" ? webSocketFrame(message.text, { isMasked: isFromClient }) : message.text;
  const count = Math.ceil(text.length / segmentBytes);
  return Array.from({ length: count }, (_, place) =>
    segment(connection, message, { payload: text.slice(place * segmentBytes, (place + 1) * segmentBytes) }),
  );
}

function segment(
  { next }: Connection,
  { source, destination, at }: Way,
  { payload, flags = "AP" }: { payload: string; flags?: string },
): PacketToWrite {
  const from = hostPort(source);
  const sequence = next.get(from) ?? 0;
  next.set(from, sequence + payload.length + (flags.includes("S") ? 1 : 0));
  const acknowledgement = flags === "S" ? 0 : next.get(hostPort(destination));
  return { at, bytes: ethernetTcp({ source, destination, payload, sequence, acknowledgement, flags }) };
}
