import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ethernetUdp, writePcap } from "@/lib/captures/write-capture";
import type { Call } from "./call";
import type { CallSummary } from "./call-summary";
import { b2buaCall } from "./scenario/b2bua-call";
import { callScenario } from "./scenario/call-scenario";
import { scannerSweep } from "./scenario/scanner-sweep";
import { type CaptureOptions, scenarioCapture } from "./scenario/scenario-capture";
import { SCENARIO_START, type ScenarioMessage } from "./scenario/script";
import { createTraceReader } from "./trace-reader";

function read(bytes: Uint8Array, pieceBytes = bytes.length || 1) {
  const calls: { call: Call; summary: CallSummary }[] = [];
  const reader = createTraceReader({ onCall: (call, summary) => calls.push({ call, summary }) });
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  return { calls, totals: reader.end() };
}

const textsOf = ({ calls }: ReturnType<typeof read>) =>
  calls.flatMap(({ call }) => call.messages.map(({ text }) => text));

const texts = (messages: readonly ScenarioMessage[]) => messages.map(({ text }) => text);

describe("a trace", () => {
  const carried: [name: string, scene: ScenarioMessage[], options: CaptureOptions][] = [
    ["UDP", callScenario(), {}],
    ["TCP", callScenario({ transport: "tcp" }), {}],
    ["TCP in small segments", callScenario({ transport: "tcp" }), { segmentBytes: 50 }],
    ["TCP with several messages in a segment", callScenario({ transport: "tcp" }), { isJoined: true }],
    ["WebSocket", callScenario({ transport: "ws" }), {}],
  ];

  test.each(carried)("over %s gives each message as it was sent", (_, scene, options) => {
    const found = read(scenarioCapture(scene, options));
    expect(textsOf(found)).toEqual(texts(scene));
    expect(found.calls.map(({ summary }) => summary.state)).toEqual(["completed"]);
    expect(found.totals).toMatchObject({ format: "pcap", messages: 6, calls: 1, unreadable: 0 });
  });

  test.each([1, 3, 1000])("is the same when it comes in pieces of %i bytes", (size) => {
    const capture = scenarioCapture(callScenario({ transport: "tcp" }));
    expect(read(capture, size)).toEqual(read(capture));
  });

  test("tells of each message when, from where, in which packet and at which byte", () => {
    const capture = scenarioCapture(callScenario());
    for (const [place, seen] of (read(capture).calls[0]?.call.messages ?? []).entries()) {
      const { at, source, destination } = callScenario()[place] as ScenarioMessage;
      expect(seen).toMatchObject({
        number: place + 1,
        at,
        source,
        destination,
        transport: "udp",
        frame: place + 1,
      });
      const bytes = Buffer.from(capture).toString(
        "latin1",
        seen.offset,
        (seen.offset ?? 0) + seen.text.length,
      );
      expect(bytes).toBe(seen.text);
    }
  });

  test("is recognised on any port, and behind a keep-alive", () => {
    const scene = callScenario().map((message) => ({
      ...message,
      source: { ...message.source, port: 41_000 },
      destination: { ...message.destination, port: 23 },
      text: `\r\n\r\n${message.text}`,
    }));
    expect(textsOf(read(scenarioCapture(scene)))).toEqual(texts(callScenario()));
  });

  test("gives the calls their sound, and tells of sound without a call", () => {
    const { calls, totals } = read(scenarioCapture(callScenario({ hasSound: true, digits: "12" })));
    expect(calls[0]?.call.streams).toHaveLength(2);
    expect(totals.streams).toEqual([]);
    const soundAlone = callScenario({ hasSound: true }).filter(({ text }) => text.startsWith("\x80"));
    expect(read(scenarioCapture(soundAlone)).totals.streams).toHaveLength(2);
  });

  test("tells from when to when it goes and how many messages and calls it has", () => {
    const { totals } = read(scenarioCapture(scannerSweep({ tries: 8 })));
    expect(totals).toMatchObject({ packets: 20, messages: 20, calls: 10, startedAt: SCENARIO_START });
    expect(totals.endedAt).toBe(SCENARIO_START + 460_000);
    expect(totals.isShortened).toBe(false);
  });

  test("of several legs gives each call once", () => {
    const { calls } = read(scenarioCapture(b2buaCall()));
    expect(calls.map(({ call }) => call.number).sort()).toEqual([1, 2]);
  });

  test("counts what is odd about its messages", () => {
    const payload = "OPTIONS sip:theo@example.com SIP/2.0\r\nCall-ID: one\r\nCSeq: x\r\n\r\n";
    const ways = {
      source: { address: "192.0.2.1", port: 1 },
      destination: { address: "192.0.2.2", port: 2 },
    };
    const bytes = ethernetUdp({ ...ways, payload });
    const { totals } = read(writePcap([1, 2].map((at) => ({ at, bytes }))));
    expect(totals.findingCounts).toMatchObject({ CSEQ_MALFORMED: 2, MISSING_VIA: 2 });
  });

  test("may be a text log, whose messages make calls in the same way", () => {
    const log = callScenario()
      .map(({ at, source, destination, text }) => {
        const [from, to] = [source, destination].map(({ address, port }) => `${address}:${port}`);
        return `${new Date(at / 1000).toISOString()} ${from} -> ${to}\n${text}\n`;
      })
      .join("");
    const found = read(Buffer.from(log, "latin1"));
    expect(textsOf(found)).toEqual(texts(callScenario()));
    expect(found.calls[0]?.summary.state).toBe("completed");
    expect(found.totals).toMatchObject({ format: "text", packets: 0, captureFindings: [] });
    expect(found.totals.timesLackZone).toBeUndefined();
  });

  test("that is neither a capture nor a log with messages says so", () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("ab"),
      Buffer.from("words\n"),
      Buffer.alloc(5000, 0xee),
    ]) {
      const { totals } = read(bytes);
      expect(totals.captureFindings.map(({ code }) => code)).toEqual(["NOT_A_CAPTURE"]);
      expect(totals.messages).toBe(0);
    }
  });

  test("that ends in the middle of a packet gives what was whole", () => {
    const capture = scenarioCapture(callScenario());
    const { totals } = read(capture.subarray(0, capture.length - 10));
    expect(totals.messages).toBe(5);
    expect(totals.captureFindings.map(({ code }) => code)).toEqual(["FILE_CUT"]);
  });
});

const SAMPLES = "../shared/samples";
const counted: [path: string, messages: number][] = [
  ["made/03-spoofed-from-pai.pcap", 13],
  ["made/10-blind-transfer.pcap", 18],
  ["public/heplify/sip_ipv4_tcp_fragmented.pcap", 406],
  ["public/heplify/sip_sctp.pcap", 4],
  ["public/sngrep/ipv6frag.pcap", 32],
  ["public/nDPI/sip.pcap", 81],
  ["public/nDPI/http_on_sip_port.pcap", 0],
  ["public/acoustic/sip-text-log.txt", 838],
];

describe.skipIf(!existsSync(SAMPLES))("real traces (needs ../shared/samples)", () => {
  test.each(counted)(
    "%s holds as many messages as Wireshark finds, or its own text: %i",
    (path, messages) => {
      expect(read(readFileSync(`${SAMPLES}/${path}`)).totals.messages).toBe(messages);
    },
  );
});
