import type { CaptureFindings } from "../capture-findings";
import type { CaptureSink } from "../capture-sink";
import type { PacketInHand } from "../packet-in-hand";
import type { PacketLimits } from "../packet-limits";
import { distance, furthestBack, readSegment, type Segment } from "./tcp-segment";
import { endStream, newStream, type StreamTools, type TcpStream, takeSegment } from "./tcp-stream";
import { createWebSocketWatch, type WebSocketWatch } from "./web-socket-watch";

/** The TCP connections of a capture, each direction a stream of its own. */
export type TcpStreams = {
  /** Takes the TCP segment at the start of the packet in hand. */
  take(packet: PacketInHand): void;
  end(): void;
};

type Watched = TcpStream & { listener: WebSocketWatch };

/** A stream moves to the young end of the list no more often than this, which is cheaper than at each segment. */
const refreshMicroseconds = 1_000_000;

export function createTcpStreams(
  sink: CaptureSink,
  findings: CaptureFindings,
  limits: PacketLimits,
): TcpStreams {
  const streams = new Map<string, Watched>(); // the one unused for longest comes first
  const tools: StreamTools = { findings, limits, waitingBytes: 0 };
  const memory = { bytes: 0 };
  let lastId = 0;

  function open(key: string, packet: PacketInHand): Watched {
    makeRoom(packet);
    lastId += 1;
    const source = { address: packet.source, port: packet.sourcePort };
    const destination = { address: packet.destination, port: packet.destinationPort };
    const flow = { id: lastId, source, destination };
    const opposite = reverseKey(packet);
    const peer = () => streams.get(opposite)?.listener;
    const listener = createWebSocketWatch({ flow, sink, findings, limits, peer, memory });
    const stream = { ...newStream(flow, key, listener), listener };
    streams.set(key, stream);
    return stream;
  }

  function makeRoom({ at, frame }: PacketInHand): void {
    const [oldest] = streams.values();
    if (!oldest) return;
    const isFull = streams.size >= limits.streams;
    const isIdle = at - oldest.lastAt > limits.streamIdleSeconds * 1_000_000;
    if (isFull && !isIdle && !oldest.isEnded) findings.note("STREAM_LIMIT", frame);
    if (isFull || isIdle) close(oldest, at);
  }

  function close(stream: Watched, at: number): void {
    endStream(stream, at, tools);
    streams.delete(stream.key);
  }

  /** The stream a segment belongs to; a new one when the ports are used again. */
  function streamOf(packet: PacketInHand, segment: Segment): Watched {
    const key = keyOf(packet);
    const known = streams.get(key);
    if (!known) return open(key, packet);
    if (isAnother(known, segment)) {
      close(known, segment.at);
      return open(key, packet);
    }
    if (segment.at - known.lastAt > refreshMicroseconds) {
      streams.delete(key);
      streams.set(key, known);
    }
    return known;
  }

  return {
    take(packet) {
      const segment = readSegment(packet, findings);
      if (!segment) return;
      takeSegment(streamOf(packet, segment), segment, tools);
      const reverse = segment.isReset ? streams.get(reverseKey(packet)) : undefined;
      if (reverse) endStream(reverse, segment.at, tools);
    },
    end() {
      for (const stream of streams.values()) endStream(stream, stream.lastAt, tools);
      streams.clear();
    },
  };
}

function keyOf({ source, sourcePort, destination, destinationPort }: PacketInHand): string {
  return `${source} ${sourcePort} ${destination} ${destinationPort}`;
}

function reverseKey({ source, sourcePort, destination, destinationPort }: PacketInHand): string {
  return `${destination} ${destinationPort} ${source} ${sourcePort}`;
}

/** A SYN with another number begins another connection; so do new bytes after the end. */
function isAnother({ first, next, isEnded }: TcpStream, { isFirst, sequence, bytes }: Segment): boolean {
  if (isFirst) return first !== undefined && first !== sequence;
  if (!isEnded || bytes.length === 0) return false;
  const ahead = next === undefined ? 0 : distance(sequence, next);
  return ahead >= 0 || ahead < -furthestBack;
}
