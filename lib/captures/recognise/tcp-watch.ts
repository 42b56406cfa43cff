import type { StreamPiece, TcpFlow } from "../packet";
import { addDetail, addDetails, type SightingBook } from "../sighting-book";
import { mayBeTpkt, startTpktFlow, type TpktFlow, takeTpktBytes } from "./h323";
import { createTlsConnections } from "./tls-connections";
import { mayBeTls, startTlsFlow, type TlsFlow, takeTlsBytes } from "./tls-flow";
import { isWhatsAppOpening, voiceAppOfHost } from "./voice-app";

/** What a flow was found to carry, by its first bytes; "waiting" as long as there are too few. */
type FlowState =
  | { kind: "waiting"; bytes: Uint8Array }
  | { kind: "tls"; tls: TlsFlow }
  | { kind: "h323"; tpkt: TpktFlow }
  | { kind: "whatsapp" }
  | { kind: "unknown" };

const DECIDING_BYTES = 4;
const unknown: FlowState = { kind: "unknown" };

/** Recognises what TCP flows carry. */
export type TcpWatch = ReturnType<typeof createTcpWatch>;

export function createTcpWatch(book: SightingBook, limit: number) {
  const connections = createTlsConnections("tls", book, limit);
  const flows = new Map<number, FlowState>();

  function take(piece: StreamPiece): boolean {
    const state = flows.get(piece.flow.id) ?? startFlow(piece.flow.id);
    if (state.kind === "waiting") return decide(state, piece);
    return takeKnown(state, piece, piece.bytes);
  }

  function startFlow(id: number): FlowState {
    for (const oldest of flows.size >= limit ? flows.keys() : []) {
      flows.delete(oldest);
      break;
    }
    const state: FlowState = { kind: "waiting", bytes: new Uint8Array() };
    flows.set(id, state);
    return state;
  }

  function decide(state: FlowState & { kind: "waiting" }, piece: StreamPiece): boolean {
    const bytes = state.bytes.length > 0 ? Buffer.concat([state.bytes, piece.bytes]) : piece.bytes;
    if (bytes.length < DECIDING_BYTES) {
      flows.set(piece.flow.id, { kind: "waiting", bytes: bytes.slice() });
      return false;
    }
    const decided = stateByOpening(bytes);
    flows.set(piece.flow.id, decided);
    return takeKnown(decided, piece, bytes);
  }

  function takeKnown(state: FlowState, piece: StreamPiece, bytes: Uint8Array): boolean {
    if (state.kind === "tls") return takeTls(state.tls, piece, bytes);
    if (state.kind === "h323") return takeH323(state.tpkt, piece, bytes);
    if (state.kind !== "whatsapp") return false;
    addDetail(book.note(seenAs("voice-app", piece)), "application", "whatsapp");
    return true;
  }

  function takeTls(tls: TlsFlow, piece: StreamPiece, bytes: Uint8Array): boolean {
    const { flow, at, frame } = piece;
    const messages = takeTlsBytes(tls, bytes);
    const packet = { source: flow.source, destination: flow.destination, at, frame, messages };
    const connection = connections.take(packet, tls.records > 1 && !tls.isBroken);
    if (!connection) return false;
    const application = connection.offer?.serverName && voiceAppOfHost(connection.offer.serverName);
    if (application && messages.length > 0) {
      const sighting = book.note(seenAs("voice-app", piece));
      addDetail(sighting, "application", application);
      addDetail(sighting, "server-name", connection.offer?.serverName);
    }
    return true;
  }

  function takeH323(tpkt: TpktFlow, piece: StreamPiece, bytes: Uint8Array): boolean {
    const said = takeTpktBytes(tpkt, bytes);
    for (const details of said) addDetails(book.note(seenAs("h323", piece)), details);
    return said.length > 0;
  }

  /** What follows bytes that are missing cannot be put in place: the flow is looked at anew. */
  function forget(flow: TcpFlow): void {
    flows.delete(flow.id);
  }

  return { take, forget, end: connections.end };
}

function stateByOpening(bytes: Uint8Array): FlowState {
  const [first, second] = [bytes[0] ?? 0, bytes[1] ?? 0];
  if (mayBeTls(first, second)) return { kind: "tls", tls: startTlsFlow() };
  if (mayBeTpkt(first, second)) return { kind: "h323", tpkt: startTpktFlow() };
  return isWhatsAppOpening(bytes) ? { kind: "whatsapp" } : unknown;
}

function seenAs(protocol: "voice-app" | "h323", { flow, at, frame }: StreamPiece) {
  return { protocol, source: flow.source, destination: flow.destination, at, frame };
}
