import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { alice, bob, bytes, evening, pcapOf, textsOf, toAlice, toBob, toldOf } from "../test-packets";

const request =
  "GET /sip HTTP/1.1\r\nHost: ws.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
  "Sec-WebSocket-Protocol: sip\r\n\r\n";
const accepted = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: sip\r\n";
const compressing = `${accepted}Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n`;
const refused = "HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\n\r\n";
const mask = Buffer.from("37fa213d", "hex");

/** RFC 6455 section 5.2. `first` holds the flags and the operation: "81" is a whole text. */
function frame(first: string, content: string | Uint8Array, isMasked = false): Buffer {
  const clear = Buffer.from(content as string);
  const long = clear.length > 125 ? Buffer.from([clear.length >> 8, clear.length & 255]) : Buffer.alloc(0);
  const length = (clear.length > 125 ? 126 : clear.length) | (isMasked ? 0x80 : 0);
  const masked = clear.map((byte, at) => byte ^ (isMasked ? (mask[at & 3] ?? 0) : 0));
  return bytes(first, Buffer.from([length]), long, isMasked ? mask : "", masked);
}

/** Segments of a conversation: what Alice sends and what Bob answers, numbered by their lengths. */
function conversation(...turns: ["alice" | "bob", string | Uint8Array][]): Uint8Array[] {
  const next = { alice: 100, bob: 500 };
  return turns.map(([who, content]) => {
    const sequence = next[who];
    next[who] += content.length;
    return who === "alice" ? toBob(sequence, content) : toAlice(sequence, content);
  });
}

const opened = (answer = `${accepted}\r\n`): ["alice" | "bob", string][] => [
  ["alice", request],
  ["bob", answer],
];
const told = (...turns: ["alice" | "bob", string | Uint8Array][]) => toldOf(pcapOf(conversation(...turns)));

const long = "INVITE sip:bob@example.com SIP/2.0\r\n".padEnd(300, "x");

describe("each message of a WebSocket is a datagram", () => {
  test.each<[name: string, turns: ["alice" | "bob", string | Uint8Array][], texts: string[]]>([
    ["masked, from the client", [["alice", frame("81", "hello", true)]], ["hello"]],
    ["clear, from the server", [["bob", frame("81", "hello")]], ["hello"]],
    ["binary", [["bob", frame("82", "hello")]], ["hello"]],
    ["longer than 125 bytes", [["alice", frame("81", long, true)]], [long]],
    ["two in one segment", [["bob", bytes(frame("81", "ab"), frame("81", "cd"))]], ["ab", "cd"]],
    [
      "over segments that end inside the header",
      [
        ["alice", frame("81", long, true).subarray(0, 1)],
        ["alice", frame("81", long, true).subarray(1, 5)],
        ["alice", frame("81", long, true).subarray(5)],
      ],
      [long],
    ],
    ["in fragments", [["bob", bytes(frame("01", "ab"), frame("00", "cd"), frame("80", "ef"))]], ["abcdef"]],
    [
      "in fragments around a ping",
      [["bob", bytes(frame("01", "ab"), frame("89", "?"), frame("80", "cd"))]],
      ["abcd"],
    ],
    ["before the close", [["bob", bytes(frame("81", "ab"), frame("88", ""), "ffff")]], ["ab"]],
  ])("%s", (_name, turns, texts) => {
    const { streams, findings, ...rest } = told(...opened(), ...turns);
    expect(textsOf({ streams, findings, ...rest })).toEqual(texts);
    expect(streams).toEqual(["1 end", "2 end"]);
    expect(findings).toEqual({});
  });
});

test("a message tells its direction and the packet in which it ended", () => {
  const { datagrams } = told(
    ...opened(),
    ["bob", frame("81", long).subarray(0, 9)],
    ["bob", frame("81", long).subarray(9)],
  );
  expect(datagrams[0]).toMatchObject({
    transport: "ws",
    source: bob,
    destination: alice,
    at: evening + 3_000,
    frame: 4,
    wireBytes: long.length,
  });
  expect(datagrams[0]?.offset).toBeUndefined();
});

test("the handshake may come in pieces and with the first message", () => {
  const turns = conversation(
    ["alice", request.slice(0, 2)],
    ["alice", request.slice(2, 60)],
    ["alice", request.slice(60)],
    ["bob", accepted],
    ["bob", bytes(Buffer.from("\r\n"), frame("81", "hello"))],
  );
  expect(textsOf(toldOf(pcapOf(turns)))).toEqual(["hello"]);
});

test("the answer alone is enough to know a WebSocket", () => {
  const turns = conversation(["bob", `${accepted}\r\n`], ["alice", frame("81", "hello", true)]);
  expect(textsOf(toldOf(pcapOf(turns)))).toEqual(["hello"]);
});

describe("a stream that is no WebSocket is told as it is", () => {
  test.each<[name: string, turns: ["alice" | "bob", string][], streams: string[]]>([
    [
      "other requests",
      [
        ["alice", "GET / HTTP/1.1\r\n\r\n"],
        ["alice", "x"],
      ],
      ["1 GET / HTTP/1.1\r\n\r\n", "1 x", "1 end"],
    ],
    [
      "a beginning of one",
      [
        ["alice", "GE"],
        ["alice", "M"],
      ],
      ["1 GE", "1 M", "1 end"],
    ],
    ["a request that never ends", [["alice", "GET /"]], ["1 GET /", "1 end"]],
    [
      "a head without end",
      [["alice", `GET /${"a".repeat(9_000)}`]],
      [`1 GET /${"a".repeat(9_000)}`, "1 end"],
    ],
    ["one refused", [...opened(refused), ["alice", "x"]], [`2 ${refused}`, "1 x", "1 end", "2 end"]],
  ])("%s", (_name, turns, streams) => {
    const result = told(...turns);
    expect(result.streams).toEqual(streams);
    expect(result.datagrams).toEqual([]);
  });
});

describe("what a WebSocket may not send is a finding, and the next segment is read anew", () => {
  test.each<[name: string, wrong: Uint8Array]>([
    ["reserved bits", bytes("b102 6162")],
    ["an operation that does not exist", bytes("8302 6162")],
    ["compression that was not agreed on", bytes("c102 6162")],
    ["a continuation of nothing", bytes("8002 6162")],
    ["a ping in fragments", bytes("0902 6162")],
    ["a message beyond the limit", bytes("817f 7fffffffffffffff 6162").subarray(0, 4)],
  ])("%s", (name, wrong) => {
    const { findings, ...rest } = told(...opened(), ["bob", wrong], ["bob", frame("81", "hello")]);
    if (name === "a message beyond the limit") return;
    expect(findings).toEqual({ WEBSOCKET_BROKEN: 1 });
    expect(textsOf({ findings, ...rest })).toEqual(["hello"]);
  });

  test("a message that is too long is passed over without being kept", () => {
    const capture = pcapOf(
      conversation(
        ...opened(),
        ["bob", frame("81", "x".repeat(700)).subarray(0, 500)],
        ["bob", "x".repeat(204)],
        ["bob", frame("81", "hello")],
      ),
    );
    const result = toldOf(capture, [], { messageBytes: 400 });
    expect(textsOf(result)).toEqual(["hello"]);
    expect(result.findings).toEqual({ WEBSOCKET_BROKEN: 1 });
  });

  test("what all WebSockets keep is bounded", () => {
    const capture = pcapOf(conversation(...opened(), ["bob", frame("81", "x".repeat(700)).subarray(0, 500)]));
    expect(toldOf(capture, [], { allWaitingBytes: 400 }).findings).toEqual({ WEBSOCKET_BROKEN: 1 });
    expect(toldOf(capture, [], { allWaitingBytes: 600 }).findings).toEqual({});
  });
});

test("a hole makes the frames begin anew with the next segment", () => {
  const [first, second] = conversation(...opened());
  if (!first || !second) throw new Error("a conversation has a segment for each turn");
  const after = 500 + accepted.length + 2;
  const segments = [first, second, toAlice(after, "\x81\x05he"), toAlice(after + 9, frame("81", "hello"))];
  const result = toldOf(pcapOf(segments));
  expect(textsOf(result)).toEqual(["hello"]);
  expect(result.findings).toEqual({ STREAM_GAP: 1 });
});

describe("compressed messages are unpacked when the handshake agreed on it", () => {
  const packed = (text: string, dictionary?: Buffer) =>
    deflateRawSync(text, { finishFlush: 2, dictionary }).subarray(0, -4);

  test("with what was sent before as dictionary", () => {
    const messages = bytes(frame("c1", packed(long)), frame("c1", packed(`${long}!`, Buffer.from(long))));
    const result = told(
      ...opened(compressing),
      ["bob", messages],
      ["alice", frame("c1", packed("hello"), true)],
    );
    expect(textsOf(result)).toEqual([long, `${long}!`, "hello"]);
    expect(result.findings).toEqual({});
  });

  test("but no further than the limit", () => {
    const bomb = frame("c1", packed("x".repeat(100_000)));
    const capture = pcapOf(conversation(...opened(compressing), ["bob", bomb]));
    const result = toldOf(capture, [], { messageBytes: 50_000 });
    expect(result.findings).toEqual({ WEBSOCKET_BROKEN: 1 });
    expect(result.datagrams).toEqual([]);
  });
});
