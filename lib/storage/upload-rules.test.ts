import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import en from "@/messages/en.json";
import { SNIFF_BYTES, sniffFile } from "./upload-rules";

/** Bytes of texts (one byte a character) and numbers. */
function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? latin1(part) : part)));
}

function latin1(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The first box of an MP4-like file of a brand. */
function ftyp(brand: string): Uint8Array {
  return bytes([0, 0, 0, 20], "ftyp", brand, [0, 0, 0, 0], brand);
}

const zeros = (count: number) => new Array<number>(count).fill(0);
const png = bytes([0x89], "PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", zeros(17));
const mp3 = bytes("ID3", [4, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64], zeros(100));
const webm = bytes([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], "webm");
const pcap = bytes([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0], zeros(16));
const exe = bytes("MZ", [0x90, 0, 3, 0, 0, 0], zeros(56));
const pdf = bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n");

describe("what is taken", () => {
  test.each<[string, Uint8Array, string, string]>([
    ["voicemail.mp3", mp3, "audio", "audio/mpeg"],
    ["bare.mp3", bytes([0xff, 0xfb, 0x90, 0x64], zeros(100)), "audio", "audio/mpeg"],
    ["memo.m4a", ftyp("M4A "), "audio", "audio/mp4"],
    ["recorder.m4a", ftyp("isom"), "audio", "audio/mp4"],
    ["ringing.mp4", ftyp("mp42"), "audio", "video/mp4"],
    ["call.3gp", ftyp("3gp4"), "audio", "audio/3gpp"],
    ["call.aac", bytes([0xff, 0xf1, 0x50, 0x80, 0x2e, 0x7f, 0xfc]), "audio", "audio/aac"],
    ["call.wav", bytes("RIFF", [36, 0, 0, 0], "WAVEfmt "), "audio", "audio/wav"],
    ["note.ogg", bytes("OggS", zeros(24), "\x01vorbis", zeros(20)), "audio", "audio/ogg"],
    ["note.opus", bytes("OggS", zeros(24), "OpusHead", zeros(20)), "audio", "audio/ogg"],
    ["call.amr", bytes("#!AMR\n<"), "audio", "audio/amr"],
    ["call.awb", bytes("#!AMR-WB\n", [4]), "audio", "audio/amr"],
    ["call.flac", bytes("fLaC", [0, 0, 0, 34]), "audio", "audio/flac"],
    ["call.webm", webm, "audio", "audio/webm"],
    ["log.JPG", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF\0"), "image", "image/jpeg"],
    ["log.png", png, "image", "image/png"],
    ["log.webp", bytes("RIFF", [8, 0, 0, 0], "WEBPVP8 "), "image", "image/webp"],
    ["log.heic", ftyp("heic"), "image", "image/heic"],
    ["log.gif", bytes("GIF89a", [0x40, 1, 0xf0, 0, 0xf7, 0, 0]), "image", "image/gif"],
    ["bill.pdf", pdf, "pdf", "application/pdf"],
    ["notes.txt", utf8("He said: «I know where you live» 🔪"), "text", "text/plain"],
    ["notes.txt", bytes([0xef, 0xbb, 0xbf], "with a mark"), "text", "text/plain"],
    ["notes.txt", bytes([0xff, 0xfe], "h\0i\0"), "text", "text/plain"],
    ["notes.txt", bytes([0xfe, 0xff], "\0h\0i"), "text", "text/plain"],
    ["bill.csv", bytes("call;cost\r\n0900;", [0xa3], "1.50\r\n"), "text", "text/plain"],
    ["mail.eml", utf8("From: a@example.com\r\nContent-Type: text/html\r\n\r\n<p>"), "text", "text/plain"],
    ["calls.xml", utf8('<?xml version="1.0"?><calls/>'), "text", "text/plain"],
    ["sip.log", utf8("\n\r\r\nINVITE sip:mara@example.com SIP/2.0"), "text", "text/plain"],
    ["note.txt", utf8("BMW, blue, outside the house"), "text", "text/plain"],
    ["call.pcap", pcap, "capture", "application/vnd.tcpdump.pcap"],
    ["call.cap", bytes([0xa1, 0xb2, 0xc3, 0xd4, 0, 2]), "capture", "application/vnd.tcpdump.pcap"],
    ["nano.pcap", bytes([0x4d, 0x3c, 0xb2, 0xa1, 2, 0]), "capture", "application/vnd.tcpdump.pcap"],
    ["nano.pcap", bytes([0xa1, 0xb2, 0x3c, 0x4d, 0, 2]), "capture", "application/vnd.tcpdump.pcap"],
    ["call.pcap.gz", gzipSync(pcap), "capture", "application/gzip"],
    [
      "half.pcap.gz",
      gzipSync(bytes([...pcap], zeros(90_000))).subarray(0, 40),
      "capture",
      "application/gzip",
    ],
    ["sip.log.gz", gzipSync(utf8("INVITE sip:theo@example.com SIP/2.0\r\n")), "capture", "application/gzip"],
    ["call.pcapng", bytes([0x0a, 0x0d, 0x0d, 0x0a, 28, 0, 0, 0]), "capture", "application/x-pcapng"],
  ])("%s, by its content", async (name, content, kind, mediaType) => {
    expect(await sniffFile(content, name, "")).toEqual({ ok: true, value: { kind, mediaType } });
  });

  test.each([
    ["UTF-8", utf8("سأجدك".repeat(1_000))],
    ["UTF-16", bytes([0xff, 0xfe], [0x33, 0x06, 0x23, 0x06])],
  ])("%s text that is cut in the middle of a character", async (_, text) => {
    const cut = text.subarray(0, Math.min(SNIFF_BYTES, text.length) - 1);
    expect(await sniffFile(cut, "notes.txt", "")).toMatchObject({ value: { kind: "text" } });
  });

  it("a page or script under the name of a text, but only ever as plain text", async () => {
    const page = utf8("<!doctype html><script>alert(1)</script>");
    expect(await sniffFile(page, "page.txt", "text/html")).toMatchObject({
      value: { mediaType: "text/plain" },
    });
  });

  it("a picture under the name of another picture format, as what it is", async () => {
    const read = await sniffFile(ftyp("heic"), "photo.jpg", "image/jpeg");
    expect(read).toMatchObject({ value: { mediaType: "image/heic" } });
  });

  test.each([
    ["voicemail", mp3, "audio/mpeg"],
    ["voicemail", mp3, ""],
    ["call of 2.3.2026", webm, "audio/webm;codecs=opus"],
    ["blob", pcap, "application/octet-stream"],
  ])("%s, which has no extension, is what it holds", async (name, content, declared) => {
    expect((await sniffFile(content, name, declared)).ok).toBe(true);
  });
});

describe("what is refused", () => {
  test.each<[string, string, string, Uint8Array, string]>([
    ["an empty file", "EMPTY", "voicemail.mp3", bytes(), "audio/mpeg"],
    ["a program", "KIND_NOT_TAKEN", "setup.exe", exe, ""],
    ["a page", "KIND_NOT_TAKEN", "page.html", utf8("<p>hello</p>"), "text/html"],
    ["a drawing that can run scripts", "KIND_NOT_TAKEN", "drawing.svg", utf8("<svg/>"), "image/svg+xml"],
    ["an archive", "KIND_NOT_TAKEN", "calls.zip", bytes("PK\x03\x04", zeros(30)), ""],
    ["a zipped program", "KIND_DIFFERS", "call.pcap.gz", gzipSync(exe), ""],
    ["a zipped file that is broken", "KIND_DIFFERS", "call.pcap.gz", bytes([0x1f, 0x8b, 8, 0]), ""],
    ["a zipped capture named as sound", "KIND_DIFFERS", "voicemail.mp3", gzipSync(pcap), ""],
    ["a nameless program", "KIND_NOT_TAKEN", "setup", exe, ""],
    ["a program named as sound", "KIND_DIFFERS", "voicemail.mp3", exe, "audio/mpeg"],
    ["a program named as text", "KIND_DIFFERS", "notes.txt", exe, "text/plain"],
    ["a picture named as sound", "KIND_DIFFERS", "voicemail.mp3", png, "audio/mpeg"],
    ["a picture declared as sound", "KIND_DIFFERS", "voicemail", png, "audio/mpeg"],
    ["a PDF named as text", "KIND_DIFFERS", "notes.txt", pdf, "text/plain"],
    ["a page named as a picture", "KIND_DIFFERS", "log.png", utf8("<script>alert(1)</script>"), "image/png"],
    ["a capture named as text", "KIND_DIFFERS", "notes.txt", pcap, "text/plain"],
    ["an archive named as a picture", "KIND_DIFFERS", "log.jpg", bytes("PK\x03\x04", zeros(30)), ""],
    ["text with NUL", "KIND_DIFFERS", "notes.txt", bytes("a\0b"), "text/plain"],
    ["half a UTF-16 character", "KIND_DIFFERS", "notes.txt", bytes([0xff, 0xfe, 0, 0xd8, 0x41, 0]), ""],
    ["a path that climbs", "KIND_DIFFERS", "../../etc/voicemail.mp3", exe, ""],
    ["a name turned round", "KIND_NOT_TAKEN", "voicemail\u202e3pm.exe", exe, ""],
    ["an extension with an invisible mark", "KIND_NOT_TAKEN", "voicemail.exe\u200b", mp3, ""],
  ])("%s: %s", async (_, code, name, content, declared) => {
    expect(await sniffFile(content, name, declared)).toEqual({ ok: false, code });
  });
});

test.each(["EMPTY", "KIND_NOT_TAKEN", "KIND_DIFFERS"])("has words for the fault %s", (code) => {
  expect(en.evidence.errors).toHaveProperty(code);
});

it("never throws, whatever the bytes, the name and the type", async () => {
  const starts = [
    mp3,
    png,
    pdf,
    pcap,
    webm,
    ftyp("M4A "),
    ftyp("heic"),
    bytes("OggS"),
    bytes("RIFF"),
    bytes("PK\x03\x04"),
  ];
  const content = fc
    .tuple(fc.constantFrom(bytes(), ...starts), fc.uint8Array({ maxLength: 200 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a.mp3", "a.txt", "a.png", "a", "a.pdf"),
  );
  await fc.assert(
    fc.asyncProperty(content, name, fc.string(), async (given, called, declared) => {
      const read = await sniffFile(given, called, declared);
      expect(read.ok || ["EMPTY", "KIND_NOT_TAKEN", "KIND_DIFFERS"].includes(read.code)).toBe(true);
    }),
    { seed: 20260302, numRuns: 1_000 },
  );
});
