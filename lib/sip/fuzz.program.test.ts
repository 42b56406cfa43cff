import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpacked } from "@/lib/captures/unpack";
import { ethernetTcp, writePcap } from "@/lib/captures/write-capture";
import { readSipMessage } from "./read-message";
import { fuzz, ownSeeds, type Seeds, sampleSeeds } from "./test-fuzzing";
import { createTraceReader } from "./trace-reader";

const SAMPLES = "../shared/samples";
const RUNS = 6_000;

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
function processorMs(run: () => void): number {
  const begun = process.cpuUsage();
  run();
  return process.cpuUsage(begun).user / 1000;
}

function slowestOf(seeds: Seeds, first: number): number {
  let slowest = 0;
  for (let number = first; number < first + RUNS; number += 1) {
    try {
      slowest = Math.max(
        slowest,
        processorMs(() => fuzz(seeds, number)),
      );
    } catch (error) {
      throw new Error(`mutation ${number}: ${(error as Error).stack}`);
    }
  }
  return slowest;
}

describe("spoiled bytes", () => {
  test("no reader throws, and none is slow, on scenarios of our own", () => {
    expect(slowestOf(ownSeeds(), 1)).toBeLessThan(1000);
  });

  test.skipIf(!existsSync(SAMPLES))(
    "nor on real captures and torture messages (needs ../shared/samples)",
    () => {
      expect(slowestOf(sampleSeeds(SAMPLES), 1_000_000)).toBeLessThan(1000);
    },
  );
});

function read(pieces: Iterable<Uint8Array>) {
  const texts: string[] = [];
  const reader = createTraceReader({
    onCall: (call) => texts.push(...call.messages.map(({ text }) => text)),
  });
  for (const piece of pieces) reader.push(piece);
  return { texts, totals: reader.end() };
}

const options = "OPTIONS sip:theo@example.com SIP/2.0\r\nCall-ID: one\r\nCSeq: 1 OPTIONS\r\n";
const ways = {
  source: { address: "192.0.2.10", port: 40_000 },
  destination: { address: "198.51.100.5", port: 5060 },
};
const segmentAt = (sequence: number, payload: string) => ({
  at: 1e6 + sequence,
  bytes: ethernetTcp({ ...ways, sequence, payload }),
});

describe("files made to do harm", () => {
  test("a small file that unpacks to gigabytes ends at the limit with a finding", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const found: string[] = [];
    let bytes = 0;
    for await (const piece of unpacked(oneByOne(bomb), 10_000_000, (code) => found.push(code)))
      bytes += piece.length;
    expect(bytes).toBeLessThanOrEqual(10_000_000);
    expect(found).toEqual(["GZIP_TOO_LARGE"]);
  });

  test("a packet said to be 4 GiB long is a finding, and takes no such memory", () => {
    const capture = Buffer.from(writePcap([segmentAt(1, options)]));
    capture.writeUInt32LE(0xffffffff, 24 + 8);
    const { totals } = read([capture]);
    expect(totals.captureFindings.map(({ code }) => code)).not.toEqual([]);
  });

  test("a body said to be 4 GiB long is a finding of its message", () => {
    const text = `${options}Content-Length: 4294967296\r\n\r\nbody`;
    expect(readSipMessage(text).findings.map(({ code }) => code)).toContain("CONTENT_LENGTH_TOO_LARGE");
    const { texts } = read([writePcap([segmentAt(1, text)])]);
    expect(texts).toEqual([text]);
  });

  test("a message of a million headers is read in a second, and says that it has too many", () => {
    const text = `${options}${"X-Filler: 1\r\n".repeat(1_000_000)}\r\n`;
    const found: string[] = [];
    const took = processorMs(() => found.push(...readSipMessage(text).findings.map(({ code }) => code)));
    expect(took).toBeLessThan(1000);
    expect(found).toContain("TOO_MANY_HEADERS");
  });

  test("a connection with holes gives the messages around them and tells of the holes", () => {
    const whole = `${options}Content-Length: 0\r\n\r\n`;
    const holes = Array.from({ length: 50 }, (_, place) => [
      segmentAt(1 + place * 1000, whole),
      segmentAt(1 + place * 1000 + whole.length, whole.slice(0, 60)),
    ]).flat();
    const { texts, totals } = read([writePcap(holes)]);
    expect(texts.filter((text) => text === whole).length).toBe(50);
    expect(totals.captureFindings.map(({ code }) => code)).toContain("STREAM_GAP");
  });
});

async function* oneByOne(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
