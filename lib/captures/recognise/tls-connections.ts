import type { Endpoint } from "../packet";
import type { Sighting } from "../sighting";
import { addDetail, addDetails, countPacket, pairOf, type SightingBook } from "../sighting-book";
import { CLIENT_HELLO, handshakeDetails, SERVER_HELLO } from "./handshake-details";
import type { HandshakeMessage } from "./tls-flow";
import { readClientHello, type TlsHello } from "./tls-hello";
import { tlsVersionName } from "./tls-names";

/** A connection of TLS or DTLS: both directions, and what its client offered. */
export type TlsConnection = { sighting: Sighting; client: Endpoint; offer?: TlsHello };

/** A packet of a connection, with the handshake messages that it completed. */
export type TlsPacket = {
  source: Endpoint;
  destination: Endpoint;
  at: number;
  frame: number;
  messages: readonly HandshakeMessage[];
};

/** Connections of one protocol. Those of a client to one place under one name are one sighting. */
export type TlsConnections = ReturnType<typeof createTlsConnections>;

export function createTlsConnections(protocol: "tls" | "dtls", book: SightingBook, limit: number) {
  const connections = new Map<string, TlsConnection>();
  const isDatagram = protocol === "dtls";

  /** Counts a packet and reads its messages. `isSure` tells that it is the protocol even without a hello. */
  function take(packet: TlsPacket, isSure: boolean): TlsConnection | undefined {
    const pair = pairOf(packet.source, packet.destination);
    let connection = connections.get(pair);
    if (connection) countPacket(connection.sighting, packet.at);
    for (const message of packet.messages) {
      if (message.type === CLIENT_HELLO) connection = openByClient(packet, message, pair) ?? connection;
      else if (message.type === SERVER_HELLO) connection ??= open(packet, packet.destination, pair);
      if (connection) readMessage(connection, packet, message);
    }
    return connection ?? (isSure ? open(packet, likelyClient(packet), pair) : undefined);
  }

  function openByClient(
    packet: TlsPacket,
    { body }: HandshakeMessage,
    pair: string,
  ): TlsConnection | undefined {
    const offer = readClientHello(body, isDatagram);
    if (!offer) return undefined;
    const known = connections.get(pair);
    if (known && isDatagram) {
      // DTLS sends its hello twice, the second time with the server's cookie.
      known.offer = offer;
      return known;
    }
    if (known) settle(known);
    return open(packet, packet.source, pair, offer);
  }

  function open(
    packet: TlsPacket,
    client: Endpoint,
    pair: string,
    offer?: TlsHello,
  ): TlsConnection | undefined {
    const isForward = client === packet.source;
    const server = isForward ? packet.destination : packet.source;
    const between = `${client.address} ${server.address} ${server.port} ${offer?.serverName ?? ""}`;
    const seen = { protocol, source: client, destination: server, at: packet.at, frame: packet.frame };
    const sighting = book.note(seen, isDatagram ? pair : between);
    if (!sighting) return undefined;
    const connection = { sighting, client: { address: client.address, port: client.port }, offer };
    if (connections.size >= limit) forgetOldest();
    connections.set(pair, connection);
    return connection;
  }

  function readMessage(connection: TlsConnection, { source }: TlsPacket, message: HandshakeMessage): void {
    const { client, sighting } = connection;
    const isClient = source.address === client.address && source.port === client.port;
    addDetails(sighting, handshakeDetails(message, { isClient, isDatagram }, sighting.details));
  }

  function forgetOldest(): void {
    for (const [pair, connection] of connections) {
      settle(connection);
      connections.delete(pair);
      return;
    }
  }

  function end(): void {
    for (const connection of connections.values()) settle(connection);
    connections.clear();
  }

  return { take, end };
}

/** Where no answer was seen, or the answer hides its choice (TLS 1.3), what the client offered is told. */
function settle({ sighting, offer }: TlsConnection): void {
  if (!offer) return;
  const has = (name: string) => sighting.details.some((detail) => detail.name === name);
  if (!has("version")) addDetail(sighting, "version", tlsVersionName(offer.version));
  if (!has("application-protocol")) {
    addDetail(sighting, "application-protocol", offer.applicationProtocols.join(", "));
  }
}

/** Without a hello: the side with the higher port, as clients have. */
function likelyClient({ source, destination }: TlsPacket): Endpoint {
  return source.port >= destination.port ? source : destination;
}
