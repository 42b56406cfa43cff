import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alice, bob, evening, everyMillisecond, pcapOf, toAlice, toBob, toldOf } from "../test-packets";
import { writePcap } from "../write-capture";

/** What is told of segments that come a millisecond apart. */
const told = (...segments: Uint8Array[]) => toldOf(pcapOf(segments));

const handshake = [toBob(99, "", "S"), toAlice(499, "", "SA"), toBob(100, "", "A")];

describe("the bytes of a stream are told in their order, each once", () => {
  test.each<[name: string, segments: Uint8Array[], streams: string[]]>([
    ["in order", [toBob(100, "ab"), toBob(102, "cd")], ["1 ab", "1 cd", "1 end"]],
    ["both directions", [toBob(100, "ab"), toAlice(500, "cd")], ["1 ab", "2 cd", "1 end", "2 end"]],
    [
      "out of order",
      [toBob(100, "ab"), toBob(104, "ef"), toBob(102, "cd")],
      ["1 ab", "1 cd", "1 ef", "1 end"],
    ],
    [
      "backwards",
      [toBob(99, "", "S"), toBob(104, "ef"), toBob(102, "cd"), toBob(100, "ab")],
      ["1 ab", "1 cd", "1 ef", "1 end"],
    ],
    ["sent again", [toBob(100, "ab"), toBob(100, "ab"), toBob(102, "cd")], ["1 ab", "1 cd", "1 end"]],
    ["sent again with more", [toBob(100, "ab"), toBob(100, "abcd")], ["1 ab", "1 cd", "1 end"]],
    ["sent again in part", [toBob(100, "abcd"), toBob(102, "cd")], ["1 abcd", "1 end"]],
    [
      "sent again while it waits",
      [toBob(100, "ab"), toBob(104, "ef"), toBob(104, "efgh"), toBob(102, "cd")],
      ["1 ab", "1 cd", "1 ef", "1 gh", "1 end"],
    ],
    [
      "overlapping what waits on both sides",
      [toBob(100, "ab"), toBob(104, "ef"), toBob(102, "cdefgh")],
      ["1 ab", "1 cdefgh", "1 end"],
    ],
    [
      "around two that wait",
      [toBob(100, "a"), toBob(103, "d"), toBob(105, "f"), toBob(102, "cdefg"), toBob(101, "b")],
      ["1 a", "1 b", "1 c", "1 d", "1 e", "1 f", "1 g", "1 end"],
    ],
    ["after a handshake", [...handshake, toBob(100, "ab")], ["1 ab", "1 end", "2 end"]],
    ["with the SYN", [toBob(99, "ab", "S"), toBob(102, "cd")], ["1 ab", "1 cd", "1 end"]],
    ["over the highest number", [toBob(0xffff_fffe, "abcd"), toBob(2, "ef")], ["1 abcd", "1 ef", "1 end"]],
    [
      "over the highest number, out of order",
      [toBob(0xffff_fffc, "ab"), toBob(0, "ef"), toBob(0xffff_fffe, "cd")],
      ["1 ab", "1 cd", "1 ef", "1 end"],
    ],
    ["with the FIN", [toBob(100, "ab", "FA"), toBob(103, "", "A")], ["1 ab", "1 end"]],
    [
      "FIN before the last bytes",
      [toBob(100, "ab"), toBob(104, "", "FA"), toBob(102, "cd")],
      ["1 ab", "1 cd", "1 end"],
    ],
    ["bytes sent again after the FIN", [toBob(100, "ab", "FA"), toBob(100, "ab")], ["1 ab", "1 end"]],
    [
      "the FIN sent again with the last bytes",
      [toBob(100, "abcd"), toBob(102, "cd", "FA")],
      ["1 abcd", "1 end"],
    ],
    [
      "reset by the other side",
      [toBob(100, "ab"), toAlice(500, "cd"), toAlice(502, "", "R")],
      ["1 ab", "2 cd", "2 end", "1 end"],
    ],
    [
      "new bytes after a reset",
      [toBob(100, "ab"), toBob(102, "", "R"), toBob(102, "cd")],
      ["1 ab", "1 end", "2 cd", "2 end"],
    ],
    [
      "ports used again",
      [toBob(99, "", "S"), toBob(100, "ab"), toBob(8999, "", "S"), toBob(9000, "cd")],
      ["1 ab", "1 end", "2 cd", "2 end"],
    ],
    ["SYN sent again", [toBob(99, "", "S"), toBob(99, "", "S"), toBob(100, "ab")], ["1 ab", "1 end"]],
    [
      "keep-alives",
      [toBob(100, "ab"), toBob(101, "", "A"), toBob(101, "\0", "A"), toBob(102, "cd")],
      ["1 ab", "1 cd", "1 end"],
    ],
  ])("%s", (_name, segments, streams) => {
    const { streams: told, findings } = toldOf(pcapOf(segments));
    expect(told).toEqual(streams);
    expect(findings).toEqual({});
  });
});

test("a piece tells its time, its packet and its place in the file", () => {
  const capture = pcapOf([toBob(100, "ab"), toBob(104, "ef"), toBob(102, "abcd")]);
  const { pieces } = toldOf(capture);
  expect(pieces.map(({ at, frame }) => [at - evening, frame])).toEqual([
    [0, 1],
    [2_000, 3],
  ]);
  expect(pieces[0]?.flow).toEqual({ id: 1, source: alice, destination: bob });
  for (const { offset = -1, bytes } of pieces) {
    expect(Buffer.from(capture).subarray(offset, offset + bytes.length)).toEqual(bytes);
  }
});

describe("a hole in a stream is waited for, then told, and the stream goes on", () => {
  test("to the end of the capture", () => {
    const { streams, findings } = told(toBob(100, "ab"), toBob(104, "ef"));
    expect(streams).toEqual(["1 ab", "1 gap", "1 ef", "1 end"]);
    expect(findings).toEqual({ STREAM_GAP: 1 });
  });

  test("for a number of segments", () => {
    const late = Array.from({ length: 20 }, (_, index) => toBob(110 + index, "x"));
    const { streams } = toldOf(pcapOf([toBob(100, "ab"), ...late, toBob(130, "y")]), [], {
      waitingSegments: 5,
    });
    expect(streams.slice(0, 3)).toEqual(["1 ab", "1 gap", "1 x"]);
    expect(streams.filter((text) => text === "1 gap")).toHaveLength(1);
    expect(streams.slice(-2)).toEqual(["1 y", "1 end"]);
  });

  test("for a number of bytes", () => {
    const segments = [
      toBob(100, "ab"),
      toBob(200, "x".repeat(60)),
      toBob(260, "y".repeat(60)),
      toBob(102, "cd"),
    ];
    expect(toldOf(pcapOf(segments), [], { waitingBytes: 100 }).streams[1]).toBe("1 gap");
    expect(toldOf(pcapOf(segments), [], { waitingBytes: 200 }).streams[1]).toBe("1 cd");
  });

  test("for a number of bytes of all streams together", () => {
    const segments = [
      toBob(100, "a"),
      toAlice(100, "b"),
      toBob(200, "c".repeat(60)),
      toAlice(200, "d".repeat(60)),
    ];
    expect(toldOf(pcapOf(segments), [], { allWaitingBytes: 100 }).streams[2]).toBe("2 gap");
  });

  test("for some seconds", () => {
    const [first, second, third] = [toBob(100, "ab"), toBob(104, "ef"), toBob(106, "gh")];
    const capture = writePcap([
      ...everyMillisecond(first, second),
      { at: evening + 31_000_000, bytes: third },
      { at: evening + 31_000_001, bytes: toBob(102, "cd") },
    ]);
    expect(toldOf(capture).streams).toEqual(["1 ab", "1 gap", "1 ef", "1 gh", "1 end"]);
  });

  test("at once where the capture cut the packet", () => {
    const cut = toBob(100, "abcdef");
    const capture = writePcap([
      { at: evening, bytes: cut.subarray(0, cut.length - 4), wireBytes: cut.length },
      { at: evening, bytes: toBob(106, "gh") },
    ]);
    const { streams, findings } = toldOf(capture);
    expect(streams).toEqual(["1 ab", "1 gap", "1 gh", "1 end"]);
    expect(findings).toEqual({ PACKET_CUT: 1, STREAM_GAP: 1 });
  });
});

test("a segment with an impossible number does not silence the stream", () => {
  const segments = [toBob(100, "ab"), toBob(100 + 0x4000_0000, "?"), toBob(102, "cd")];
  expect(told(...segments).streams).toEqual(["1 ab", "1 cd", "1 gap", "1 ?", "1 end"]);
  const impatient = toldOf(pcapOf(segments), [], { waitingSegments: 0 });
  expect(impatient.streams).toEqual(["1 ab", "1 gap", "1 ?", "1 gap", "1 cd", "1 end"]);
});

test("bytes far behind are another connection whose beginning was not seen", () => {
  const { streams, findings } = told(toBob(0x5000_0000, "ab"), toBob(0x4000_0000, "cd"));
  expect(streams).toEqual(["1 ab", "1 gap", "1 cd", "1 end"]);
  expect(findings).toEqual({ STREAM_GAP: 1 });
});

test("bytes before those with which a capture begins are not told, and that is a finding", () => {
  const { streams, findings } = told(toBob(104, "ef"), toBob(102, "cd"), toBob(106, "gh"));
  expect(streams).toEqual(["1 ef", "1 gh", "1 end"]);
  expect(findings).toEqual({ STREAM_GAP: 1 });
});

describe("bytes that were sent again and differ are a finding, and the first stay", () => {
  test.each<[name: string, segments: Uint8Array[], text: string]>([
    ["after they were told", [toBob(100, "abcd"), toBob(102, "XYef")], "abcdef"],
    [
      "while they wait",
      [toBob(100, "ab"), toBob(104, "ef"), toBob(103, "XYZgh"), toBob(102, "c")],
      "abcXefgh",
    ],
    ["before what waits", [toBob(100, "ab"), toBob(104, "ef"), toBob(102, "cdXY")], "abcdXY"],
  ])("%s", (_name, segments, text) => {
    const { pieces, findings } = told(...segments);
    expect(pieces.map(({ bytes }) => Buffer.from(bytes).toString()).join("")).toBe(text);
    expect(findings["STREAM_OVERLAP_DIFFERS"]).toBe(1);
  });
});

test("beyond the limit of streams, the one unused for longest ends", () => {
  const from = (port: number, sequence: number) => {
    const segment = Buffer.from(toBob(sequence, "a"));
    segment.writeUInt16BE(port, 34);
    return segment;
  };
  const { streams, findings } = toldOf(pcapOf([from(1, 1), from(2, 1), from(3, 1)]), [], { streams: 2 });
  expect(streams).toEqual(["1 a", "2 a", "1 end", "3 a", "2 end", "3 end"]);
  expect(findings).toEqual({ STREAM_LIMIT: 1 });
});

test("however a text is cut up, mixed and repeated, it is told once and in order", () => {
  const text = Array.from({ length: 300 }, (_, index) => String.fromCharCode(65 + (index % 58))).join("");
  const part = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }));
  const property = fc.property(fc.array(part, { maxLength: 40 }), fc.nat(0xffff_ffff), (parts, first) => {
    const all = Array.from({ length: 10 }, (_, index): [number, number] => [index * 30, 30]);
    const segments = [...parts, ...all].map(([from, length]) =>
      toBob(first + from, text.slice(from, from + length)),
    );
    const { pieces, findings } = told(toBob(first - 1, "", "S"), ...segments);
    expect(pieces.map(({ bytes }) => Buffer.from(bytes).toString()).join("")).toBe(text);
    expect(findings).toEqual({});
  });
  fc.assert(property, { numRuns: 300, seed: 5 });
});
