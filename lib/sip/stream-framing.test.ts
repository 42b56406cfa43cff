import { describe, expect, test } from "vitest";
import type { TcpFlow } from "@/lib/captures/packet";
import { createStreamFraming, type FramedMessage, type FramingLimits } from "./stream-framing";

const flow: TcpFlow = {
  id: 1,
  source: { address: "192.0.2.10", port: 40_000 },
  destination: { address: "198.51.100.5", port: 5060 },
};

const head = (method: string, length: number | string) =>
  `${method} sip:theo@example.com SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.10\r\nContent-Length: ${length}\r\n\r\n`;
const invite = `${head("INVITE", 6)}v=0\r\na`;
const bye = head("BYE", 0);

function framed(pieces: readonly (string | "gap")[], limits?: FramingLimits) {
  const messages: FramedMessage[] = [];
  const framing = createStreamFraming((message) => messages.push(message), limits);
  let offset = 1000;
  for (const [place, piece] of pieces.entries()) {
    if (piece === "gap") framing.gap(flow);
    else {
      const bytes = Buffer.from(piece, "latin1");
      framing.push({ flow, at: place, frame: place + 1, bytes, offset });
      offset += piece.length;
    }
  }
  framing.end(flow);
  return { messages, unreadable: framing.unreadable };
}

const texts = (pieces: readonly string[]) => framed(pieces).messages.map(({ text }) => text);

describe("messages on a TCP connection", () => {
  test("many in one segment are told apart by their lengths", () => {
    expect(texts([invite + bye + invite])).toEqual([invite, bye, invite]);
  });

  test("one over many segments is put together, wherever it is cut", () => {
    for (const size of [1, 2, 3, 7, 50]) {
      const all = invite + bye;
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      expect(texts(pieces)).toEqual([invite, bye]);
    }
  });

  test("a message stands in the packet in which it ended, at its place in the file when it is whole there", () => {
    const { messages } = framed([invite + bye.slice(0, 9), bye.slice(9) + invite]);
    expect(messages.map(({ frame, offset }) => ({ frame, offset }))).toEqual([
      { frame: 1, offset: 1000 },
      { frame: 2, offset: undefined },
      { frame: 2, offset: 1000 + invite.length + bye.length },
    ]);
  });

  test("keep-alives between messages are none", () => {
    const { messages, unreadable } = framed([`\r\n\r\n${invite}\r\n\r\n`, "\r\n", bye]);
    expect(messages.map(({ text }) => text)).toEqual([invite, bye]);
    expect(unreadable).toBe(0);
  });

  test("after rubbish the next start line begins anew, and the rubbish is counted", () => {
    const { messages, unreadable } = framed([invite, "a=rtpmap:8 PCMA/8000\r\nrubbish\r\n", bye]);
    expect(messages.map(({ text }) => text)).toEqual([invite, bye]);
    expect(unreadable).toBe(1);
  });

  test("a capture that begins in the middle of a message reads from the next one on", () => {
    expect(texts([`0 PCMA/8000\r\na=ptime:20\r\n${bye}${invite}`])).toEqual([bye, invite]);
  });

  test("a hole in the connection ends a message as cut, and the next one is read", () => {
    const { messages } = framed([invite.slice(0, -3), "gap", bye]);
    expect(messages.map(({ text, isCut }) => ({ text, isCut }))).toEqual([
      { text: invite.slice(0, -3), isCut: true },
      { text: bye, isCut: false },
    ]);
  });

  test.each([
    ["4 GiB", "4294967296"],
    ["more than numbers hold", "99999999999999999999"],
    ["no number", "many"],
    ["less than nothing", "-5"],
  ])("a length of %s does not swallow the messages behind it", (_, length) => {
    const odd = `${head("INFO", length)}body`;
    expect(texts([`${odd}\r\n${bye}`]).at(-1)).toBe(bye);
    expect(texts([odd, bye]).join("")).toContain(bye);
  });

  test("a length that is too large by a little gives way to the start line behind it", () => {
    const odd = `${head("INFO", 30)}body\r\n`;
    expect(texts([`${odd}${bye}`])).toEqual([odd, bye]);
  });

  test("bytes beyond a length that is too small stay with their message", () => {
    const odd = `${head("INFO", 2)}v=0\r\no=-\r\n`;
    expect(texts([`${odd}${bye}`])).toEqual([odd, bye]);
  });

  test("a body that holds a message is left whole", () => {
    const fragment = "SIP/2.0 200 OK\r\n";
    const notify = head("NOTIFY", fragment.length) + fragment;
    expect(texts([notify + bye])).toEqual([notify, bye]);
  });

  test("the compact form of the length is one", () => {
    const compact = "BYE sip:theo@example.com SIP/2.0\r\nl: 4\r\n\r\nbody";
    expect(texts([compact + bye])).toEqual([compact, bye]);
  });

  test("what is not SIP is left to others", () => {
    const framing = createStreamFraming(() => {});
    const piece = (text: string) => ({ flow, at: 0, frame: 1, bytes: Buffer.from(text, "latin1") });
    expect(framing.push(piece("\x16\x03\x01\x02\x00\x01"))).toBe(false);
    expect(framing.push(piece("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"))).toBe(false);
    expect(framing.push(piece(bye))).toBe(true);
  });

  test("headers without an end are handed out cut when they pass the limit", () => {
    const endless = "OPTIONS sip:theo@example.com SIP/2.0\r\n";
    const { messages } = framed([endless, ...Array<string>(300).fill("X-Filler: 0123456789\r\n".repeat(50))]);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages[0]?.isCut).toBe(true);
    for (const { text } of messages) expect(text.length).toBeLessThan(270_000);
  });

  test("a large message in tiny segments is put together in little time", () => {
    const large = `${head("MESSAGE", 600_000)}${"x".repeat(600_000)}`;
    const begun = performance.now();
    expect(texts(large.match(/[\s\S]{1,2}/g) ?? [])).toEqual([large]);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("all connections together hold no more than the limit", () => {
    const handedOut: FramedMessage[] = [];
    const limits = { messageBytes: 10_000, heldBytes: 5_000 };
    const framing = createStreamFraming((message) => handedOut.push(message), limits);
    for (let id = 1; id <= 100; id += 1) {
      const bytes = Buffer.from(head("INVITE", 5000), "latin1");
      framing.push({ flow: { ...flow, id }, at: 0, frame: id, bytes });
    }
    const held = 100 - handedOut.length;
    expect(held * head("INVITE", 5000).length).toBeLessThanOrEqual(5_000);
    framing.finish();
    expect(handedOut).toHaveLength(100);
  });
});
