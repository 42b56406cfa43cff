import type { CaptureFindings } from "../capture-findings";
import type { TcpFlow } from "../packet";
import type { PacketLimits } from "../packet-limits";
import { createRecentBytes, type RecentBytes } from "./recent-bytes";
import type { StreamListener } from "./stream-listener";
import { distance, furthestBack, type Segment, withoutFirst } from "./tcp-segment";
import { createWaitingSegments, type WaitingSegments } from "./waiting-segments";

/** What all streams of a capture share. */
export type StreamTools = {
  findings: CaptureFindings;
  limits: PacketLimits;
  /** Bytes that wait in all streams together. */
  waitingBytes: number;
};

/**
 * One direction of a TCP connection, whose segments it puts in order (RFC 9293 section 3.10.7.4). `next` is the number
 * of the byte that should come next; there is none until the first byte or a SYN was seen.
 *
 *   new --SYN or bytes--> open --FIN reached, or RST--> ended
 */
export type TcpStream = {
  flow: TcpFlow;
  key: string;
  listener: StreamListener;
  next: number | undefined;
  /** Number of the first byte, by which a SYN that is sent again is known. */
  first: number | undefined;
  isEnded: boolean;
  lastAt: number;
  recent: RecentBytes;
  waiting: WaitingSegments;
};

export function newStream(flow: TcpFlow, key: string, listener: StreamListener): TcpStream {
  const nothing = { next: undefined, first: undefined, isEnded: false, lastAt: 0 };
  return { flow, key, listener, ...nothing, recent: createRecentBytes(), waiting: createWaitingSegments() };
}

/** Takes the next segment of the capture. A hole is waited for within the limits, then reported and passed. */
export function takeSegment(stream: TcpStream, segment: Segment, tools: StreamTools): void {
  stream.lastAt = segment.at;
  if (segment.isFirst) begin(stream, segment.sequence);
  // RFC 9293 section 3.10.7.4: what a RST carries is not part of the stream.
  if (segment.isReset) endStream(stream, segment.at, tools);
  else if (segment.bytes.length > 0 || segment.isLast || segment.cutBytes > 0) place(stream, segment, tools);
  while (hasWaitedEnough(stream, segment.at, tools)) passGap(stream, segment.at, tools);
}

function begin(stream: TcpStream, sequence: number): void {
  stream.first ??= sequence;
  stream.next ??= sequence;
}

function place(stream: TcpStream, segment: Segment, tools: StreamTools): void {
  if (segment.bytes.length > 0) begin(stream, segment.sequence);
  if (stream.next === undefined || stream.isEnded) return;
  const ahead = distance(segment.sequence, stream.next);
  if (ahead < -furthestBack) jump(stream, segment, tools);
  else if (ahead > 0) wait(stream, segment, tools);
  else deliver(stream, ahead === 0 ? segment : unseenPart(stream, segment, -ahead, tools), tools);
  deliverWaiting(stream, tools);
}

/** The stream goes on from elsewhere: the ports were used again, or an impossible number led it astray. */
function jump(stream: TcpStream, segment: Segment, tools: StreamTools): void {
  while (stream.waiting.count > 0 && !stream.isEnded) passGap(stream, segment.at, tools);
  if (stream.isEnded) return;
  reportGap(stream, segment, tools);
  stream.next = segment.sequence;
  deliver(stream, segment, tools);
}

function wait(stream: TcpStream, segment: Segment, tools: StreamTools): void {
  const before = stream.waiting.bytes;
  if (stream.waiting.add(segment)) tools.findings.note("STREAM_OVERLAP_DIFFERS", segment.frame);
  tools.waitingBytes += stream.waiting.bytes - before;
}

/** What a retransmission brings beyond what came before; nothing most of the time. */
function unseenPart(
  stream: TcpStream,
  segment: Segment,
  seenBytes: number,
  { findings }: StreamTools,
): Segment {
  const { bytes } = segment;
  // RFC 9293 section 3.8.4: a keep-alive may carry one byte of garbage.
  const isKeepAlive = seenBytes === 1 && bytes.length === 1;
  if (!isKeepAlive) compareWithSeen(stream, segment, seenBytes, findings);
  if (seenBytes <= bytes.length) return withoutFirst(segment, seenBytes);
  const cutBytes = Math.max(0, segment.cutBytes - (seenBytes - bytes.length));
  const end = segment.sequence + bytes.length + segment.cutBytes;
  const isBehind = distance(end, stream.next ?? end) < 0;
  return { ...segment, bytes: bytes.subarray(bytes.length), cutBytes, isLast: segment.isLast && !isBehind };
}

function compareWithSeen(
  stream: TcpStream,
  { bytes, sequence, frame }: Segment,
  seenBytes: number,
  findings: CaptureFindings,
): void {
  if (stream.recent.differ(bytes, seenBytes)) findings.note("STREAM_OVERLAP_DIFFERS", frame);
  if (isBeforeFirst(stream, sequence)) findings.note("STREAM_GAP", frame);
}

/** Whether bytes lie before the first that was told, which happens where a capture begins inside a connection. */
function isBeforeFirst({ first, next }: TcpStream, sequence: number): boolean {
  if (first === undefined || next === undefined || distance(sequence, first) >= 0) return false;
  const told = distance(next, first);
  return told >= 0 && told < furthestBack;
}

function deliver(stream: TcpStream, segment: Segment, tools: StreamTools): void {
  const { bytes, at, cutBytes } = segment;
  if (bytes.length > 0) {
    stream.recent.add(bytes);
    stream.listener.bytes(segment);
  }
  stream.next = ((stream.next ?? segment.sequence) + bytes.length + cutBytes) >>> 0;
  if (cutBytes > 0) reportGap(stream, segment, tools);
  if (segment.isLast) finish(stream, at, tools);
}

function finish(stream: TcpStream, at: number, tools: StreamTools): void {
  stream.isEnded = true;
  while (stream.waiting.count > 0) tools.waitingBytes -= stream.waiting.shift()?.bytes.length ?? 0;
  stream.listener.end(at);
}

function reportGap(
  stream: TcpStream,
  { at, frame }: { at: number; frame: number },
  tools: StreamTools,
): void {
  tools.findings.note("STREAM_GAP", frame);
  stream.recent.clear();
  stream.listener.gap(at);
}

function deliverWaiting(stream: TcpStream, tools: StreamTools): void {
  for (
    let first = stream.waiting.first();
    first && stream.next !== undefined;
    first = stream.waiting.first()
  ) {
    const ahead = distance(first.sequence, stream.next);
    if (ahead > 0) return;
    stream.waiting.shift();
    tools.waitingBytes -= first.bytes.length;
    deliver(stream, ahead === 0 ? first : unseenPart(stream, first, -ahead, tools), tools);
  }
}

function hasWaitedEnough({ waiting }: TcpStream, at: number, { limits, waitingBytes }: StreamTools): boolean {
  if (waiting.count === 0) return false;
  return (
    waiting.count > limits.waitingSegments ||
    waiting.bytes > limits.waitingBytes ||
    waitingBytes > limits.allWaitingBytes ||
    at - waiting.since > limits.waitingSeconds * 1_000_000
  );
}

/** Gives up on the bytes before the first segment that waits. */
function passGap(stream: TcpStream, at: number, tools: StreamTools): void {
  const first = stream.waiting.first();
  if (!first) return;
  reportGap(stream, { at, frame: first.frame }, tools);
  stream.next = first.sequence;
  deliverWaiting(stream, tools);
}

/** Gives out what waits, with the holes in it, and ends the stream. */
export function endStream(stream: TcpStream, at: number, tools: StreamTools): void {
  while (stream.waiting.count > 0 && !stream.isEnded) passGap(stream, at, tools);
  if (!stream.isEnded) finish(stream, at, tools);
}
