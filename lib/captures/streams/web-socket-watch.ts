import type { CaptureFindings } from "../capture-findings";
import type { CaptureSink } from "../capture-sink";
import type { TcpFlow } from "../packet";
import type { PacketLimits } from "../packet-limits";
import type { StreamListener } from "./stream-listener";
import type { Segment } from "./tcp-segment";
import { createWebSocketMessages, type WebSocketMemory, type WebSocketMessages } from "./web-socket-messages";

/**
 * Tells a WebSocket from other streams by its opening handshake (RFC 6455 section 4, RFC 7118 section 4), and gives its
 * messages as datagrams.
 *
 *   new --"GET " or "HTTP/1."--> head --handshake--> frames
 *    \--anything else--> plain <--no handshake--/
 */
export type WebSocketWatch = StreamListener & {
  mode: "new" | "head" | "plain" | "frames";
  /** What this side answered to the other's handshake. */
  answered: Answer | undefined;
  /** The other side answered the handshake. */
  hear(answer: Answer): void;
};

export type Answer = { isAccepted: boolean; isCompressing: boolean };

export type WatchTools = {
  flow: TcpFlow;
  sink: CaptureSink;
  findings: CaptureFindings;
  limits: PacketLimits;
  /** The watch of the other direction. */
  peer(): WebSocketWatch | undefined;
  memory: WebSocketMemory;
};

const longestHead = 8_192;
const mostHeld = 16;
const request = "GET ";
const response = "HTTP/1.";

export function createWebSocketWatch({
  flow,
  sink,
  findings,
  limits,
  peer,
  memory,
}: WatchTools): WebSocketWatch {
  let held: Segment[] = [];
  let head = "";
  let messages: WebSocketMessages | undefined;
  let isCompressing = false;
  let lastAt = 0;
  let lastFrame = 0;

  function giveBytes({ at, frame, bytes, fileOffset }: Segment): void {
    sink.streamBytes({ flow, at, frame, bytes, offset: fileOffset < 0 ? undefined : fileOffset });
  }

  function giveMessage(bytes: Buffer): void {
    const { source, destination } = flow;
    const [at, frame] = [lastAt, lastFrame];
    sink.datagram({ transport: "ws", source, destination, at, frame, bytes, wireBytes: bytes.length });
  }

  function bePlain(): void {
    watch.mode = "plain";
    const segments = held;
    held = [];
    head = "";
    for (const segment of segments) giveBytes(segment);
  }

  /** Keeps the beginning of the stream until it tells what it is. */
  function hold(segment: Segment): void {
    held.push({ ...segment, bytes: Buffer.from(segment.bytes) });
    head += segment.bytes.toString("latin1");
    const end = head.indexOf("\r\n\r\n");
    if (!couldBeHttp(head) || (end < 0 && (head.length > longestHead || held.length > mostHeld))) bePlain();
    else if (end >= 0) judge(head.slice(0, end), end + 4);
    else watch.mode = "head";
  }

  function judge(text: string, headBytes: number): void {
    const isUpgrade = /^upgrade:[ \t]*websocket/im.test(text);
    const isResponse = text.startsWith(response);
    const isAccepted = isUpgrade && (!isResponse || text.startsWith("101", 9));
    if (isResponse) answer({ isAccepted, isCompressing: isAccepted && namesDeflate(text) });
    if (isAccepted) beFrames(headBytes);
    else bePlain();
  }

  function answer(given: Answer): void {
    isCompressing = given.isCompressing;
    watch.answered = given;
    peer()?.hear(given);
  }

  function beFrames(headBytes: number): void {
    watch.mode = "frames";
    const rest = Buffer.concat(held.map(({ bytes }) => bytes)).subarray(headBytes);
    held = [];
    head = "";
    messages = createWebSocketMessages(
      { message: giveMessage, broken: () => findings.note("WEBSOCKET_BROKEN", lastFrame) },
      { limits, isCompressing: () => isCompressing, memory },
    );
    if (rest.length > 0) messages.push(rest);
  }

  const watch: WebSocketWatch = {
    mode: "new",
    bytes(segment) {
      if (watch.mode === "plain") {
        giveBytes(segment);
        return;
      }
      lastAt = segment.at;
      lastFrame = segment.frame;
      const earlier = watch.mode === "new" ? peer()?.answered : undefined;
      if (earlier) watch.hear(earlier);
      if (messages && watch.mode === "frames") messages.push(segment.bytes);
      else hold(segment);
    },
    gap(at) {
      if (watch.mode === "frames") messages?.reset();
      else bePlain();
      sink.streamGap(flow, at);
    },
    end(at) {
      if (watch.mode !== "frames") bePlain();
      messages?.reset();
      sink.streamEnd(flow, at);
    },
    answered: undefined,
    hear(answer) {
      isCompressing = answer.isCompressing;
      if (answer.isAccepted && watch.mode === "new") beFrames(0);
      if (!answer.isAccepted && watch.mode === "frames") bePlain();
    },
  };
  return watch;
}

function couldBeHttp(head: string): boolean {
  return [request, response].some((word) => head.startsWith(word.slice(0, head.length)));
}

function namesDeflate(head: string): boolean {
  return /^sec-websocket-extensions:[^\r\n]*permessage-deflate/im.test(head);
}
