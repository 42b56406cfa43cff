import { describe, expect, test } from "vitest";
import { bodyParts } from "./multipart";
import { readSipMessage } from "./read-message";
import { messageWith } from "./test-single-message";

function partsOf(type: string | null, body: string) {
  const message = readSipMessage(messageWith({ headers: { "Content-Type": type }, body }));
  return bodyParts(message).map(({ contentType, range, depth }) => [
    contentType,
    message.text.slice(range.start, range.end),
    depth,
  ]);
}

const two = "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b\r\n\r\nplain\r\n\r\n--b--\r\n";

describe("the parts of a body", () => {
  test.each([
    ["one body is one part", "application/SDP; x=y", "v=0", [["application/sdp", "v=0", 0]]],
    ["a body without a type is text", null, "x", [["text/plain", "x", 0]]],
    ["an empty body has none", "application/sdp", "", []],
    [
      "each part of a multipart, without the line end before the boundary",
      "multipart/mixed; boundary=b",
      two,
      [
        ["application/sdp", "v=0", 1],
        ["text/plain", "plain\r\n", 1],
      ],
    ],
    [
      "a boundary in quotes",
      'multipart/mixed;boundary="b"',
      two,
      [
        ["application/sdp", "v=0", 1],
        ["text/plain", "plain\r\n", 1],
      ],
    ],
    [
      "words around the parts are none",
      "multipart/mixed;boundary=b",
      `preamble\r\n${two}epilogue`,
      [
        ["application/sdp", "v=0", 1],
        ["text/plain", "plain\r\n", 1],
      ],
    ],
    [
      "lines that end with LF alone",
      "multipart/mixed;boundary=b",
      two.replaceAll("\r\n", "\n"),
      [
        ["application/sdp", "v=0", 1],
        ["text/plain", "plain\n", 1],
      ],
    ],
    [
      "a last part that nothing closes",
      "multipart/mixed;boundary=b",
      "--b\r\n\r\nleft",
      [["text/plain", "left", 1]],
    ],
    [
      "a part without headers' end is all headers",
      "multipart/mixed;boundary=b",
      "--b\r\nX: y\r\n--b--",
      [["text/plain", "", 1]],
    ],
    ["a multipart without its boundary is one part", "multipart/mixed", two, [["multipart/mixed", two, 0]]],
    [
      "a multipart inside a multipart",
      "multipart/mixed;boundary=o",
      `--o\r\nContent-Type: multipart/alternative;boundary=b\r\n\r\n${two}--o\r\nc: message/sipfrag\r\n\r\nSIP/2.0 200 OK\r\n--o--`,
      [
        ["application/sdp", "v=0", 2],
        ["text/plain", "plain\r\n", 2],
        ["message/sipfrag", "SIP/2.0 200 OK", 1],
      ],
    ],
  ])("%s", (_, type, body, parts) => {
    expect(partsOf(type, body)).toEqual(parts);
  });

  test("multiparts in multiparts end at a depth", () => {
    const nested = "--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n".repeat(50);
    expect(partsOf("multipart/mixed;boundary=b", nested).length).toBeGreaterThan(0);
  });
});
