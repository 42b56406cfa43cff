import { constants, inflateRawSync } from "node:zlib";
import { createGrowingBytes } from "../growing-bytes";
import type { PacketLimits } from "../packet-limits";
import { readFrameHeader, unmasked, type WebSocketFrame } from "./web-socket-frame";

/** The messages of one direction of a WebSocket, put together from its frames. */
export type WebSocketMessages = {
  push(bytes: Buffer): void;
  /** Bytes are missing: what was begun is lost, and frames are looked for anew. */
  reset(): void;
};

export type WebSocketListener = {
  message(bytes: Buffer): void;
  /** Something that RFC 6455 does not allow, or a message that is too long. */
  broken(): void;
};

/** What all WebSockets of a capture keep together. */
export type WebSocketMemory = { bytes: number };

export type WebSocketSettings = {
  limits: PacketLimits;
  memory: WebSocketMemory;
  /** Whether the handshake agreed on compressed messages. */
  isCompressing: () => boolean;
};

const continuation = 0;
const lastDataOperation = 2;
const close = 8;
const lastControlOperation = 10;
/** RFC 7692 section 7.2.2: the end that the sender left out. */
const deflateEnd = Buffer.from([0, 0, 0xff, 0xff]);
const deflateWindow = 32_768;

export function createWebSocketMessages(
  { message, broken }: WebSocketListener,
  { limits, memory, isCompressing }: WebSocketSettings,
): WebSocketMessages {
  const { messageBytes } = limits;
  const waiting = createGrowingBytes();
  const parts = createGrowingBytes();
  let isCompressed = false;
  let isOpen = false; // a message was begun and its last frame has not come
  let isClosed = false;
  let skipBytes = 0;
  let window: Buffer = Buffer.alloc(0);
  let countedBytes = 0;

  function isPlausible(frame: WebSocketFrame): boolean {
    const { operation, isFinal, contentBytes } = frame;
    if (frame.hasReservedBits || (frame.isCompressed && !isCompressing())) return false;
    if (operation >= close) return operation <= lastControlOperation && isFinal && contentBytes <= 125;
    return operation <= lastDataOperation && (operation === continuation) === isOpen;
  }

  function lose(): void {
    broken();
    reset();
  }

  function reset(): void {
    waiting.drop(waiting.bytes);
    parts.drop(parts.bytes);
    isOpen = false;
    skipBytes = 0;
    window = Buffer.alloc(0);
    count();
  }

  function count(): void {
    const bytes = waiting.bytes + parts.bytes + window.length;
    memory.bytes += bytes - countedBytes;
    countedBytes = bytes;
  }

  /** Takes one frame; false when it is not whole yet, or not one. */
  function takeFrame(): boolean {
    const { held } = waiting;
    const frame = isClosed ? undefined : readFrameHeader(held);
    if (!frame) return false;
    if (!isPlausible(frame)) lose();
    else if (parts.bytes + frame.contentBytes > messageBytes) skip(frame, held.length);
    else if (held.length >= frame.headerBytes + frame.contentBytes) {
      const end = frame.headerBytes + frame.contentBytes;
      const content = unmasked(held.subarray(frame.headerBytes, end), frame.mask);
      waiting.drop(end);
      takeContent(frame, content);
    } else return false;
    return true;
  }

  function skip(frame: WebSocketFrame, known: number): void {
    const bytes = frame.headerBytes + frame.contentBytes;
    lose();
    skipBytes = Math.max(0, bytes - known);
  }

  function takeContent(frame: WebSocketFrame, content: Buffer): void {
    if (frame.operation === close) isClosed = true;
    if (frame.operation >= close) return;
    if (frame.operation !== continuation) isCompressed = frame.isCompressed;
    isOpen = !frame.isFinal;
    if (isOpen) parts.add(content);
    else finish(content);
  }

  function finish(last: Buffer): void {
    const whole = parts.bytes === 0 ? last : Buffer.concat([parts.held, last]);
    parts.drop(parts.bytes);
    const clear = isCompressed ? inflated(whole) : whole;
    if (clear) message(clear);
    else broken();
  }

  /** RFC 7692 section 7.2.2; earlier messages serve as dictionary (section 7.1.1). */
  function inflated(bytes: Buffer): Buffer | undefined {
    const options = {
      dictionary: window,
      maxOutputLength: messageBytes,
      finishFlush: constants.Z_SYNC_FLUSH,
    };
    try {
      const clear = inflateRawSync(Buffer.concat([bytes, deflateEnd]), options);
      window = Buffer.concat([window, clear]).subarray(-deflateWindow);
      return clear;
    } catch {
      return undefined;
    }
  }

  return {
    push(bytes) {
      const skipped = Math.min(skipBytes, bytes.length);
      skipBytes -= skipped;
      if (isClosed || skipped === bytes.length) return;
      waiting.add(bytes.subarray(skipped));
      while (takeFrame());
      count();
      if (countedBytes > 0 && memory.bytes > limits.allWaitingBytes) lose();
    },
    reset,
  };
}
