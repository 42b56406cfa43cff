import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { sendDownload } from "./download";

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));
const sizeBytes = bytes.length;

/** In pieces, as a sealed file opens. */
function inPieces(): Readable {
  const pieces = Array.from({ length: Math.ceil(sizeBytes / 65_536) }, (_, at) =>
    bytes.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return Readable.from(pieces, { objectMode: false });
}

function ask(headers: Record<string, string> = {}, name = "voicemail.wav"): Response {
  const request = new Request("http://localhost/file", { headers });
  return sendDownload(request, { name, mediaType: "audio/wav", sizeBytes, open: inPieces });
}

test("a file asked for whole comes whole, as a download and never as a page", async () => {
  const response = ask();
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
});

test.each([
  ["bytes=0-", 0, sizeBytes - 1],
  ["bytes=0-100", 0, 100],
  ["bytes=1-", 1, sizeBytes - 1],
  ["bytes=65536-65536", 65_536, 65_536],
  ["bytes=60000-140000", 60_000, 140_000],
  ["bytes=-5", sizeBytes - 5, sizeBytes - 1],
  [`bytes=0-${sizeBytes * 2}`, 0, sizeBytes - 1],
])("%s gives just those bytes and then ends", async (range, from, to) => {
  const response = ask({ range });
  expect(response.status).toBe(206);
  expect(response.headers.get("content-range")).toBe(`bytes ${from}-${to}/${sizeBytes}`);
  expect(response.headers.get("content-length")).toBe(String(to - from + 1));
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true);
});

test.each([`bytes=${sizeBytes}-`, "bytes=9-3"])("%s lies outside and is refused", (range) => {
  expect(ask({ range }).status).toBe(416);
});

test("a range that cannot be read is passed over", () => {
  expect(ask({ range: "pages=1-2" }).status).toBe(200);
});

test("another site's page gets nothing", () => {
  expect(ask({ "sec-fetch-site": "cross-site" }).status).toBe(403);
});

test.each(['a"b\\c.wav', "\u202Egpj.exe", "\uD800.wav", "сообщение.wav", "a\r\nb.wav"])(
  "the name %j cannot break the header",
  (name) => {
    const disposition = ask({}, name).headers.get("content-disposition");
    expect(disposition).toMatch(
      /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[A-Za-z0-9._~!$&+^`|%-]*$/,
    );
  },
);
