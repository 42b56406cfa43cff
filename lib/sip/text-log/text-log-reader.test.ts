import { describe, expect, test } from "vitest";
import { callScenario } from "../scenario/call-scenario";
import { gatewayCall } from "../scenario/gateway-call";
import type { ScenarioMessage } from "../scenario/script";
import { blindTransfer } from "../scenario/transferred-call";
import type { TraceMessage } from "../trace-message";
import { createTextLogReader } from "./text-log-reader";

function read(log: string, pieceBytes = log.length || 1) {
  const messages: TraceMessage[] = [];
  const reader = createTextLogReader((message) => messages.push(message));
  const bytes = Buffer.from(log, "latin1");
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  return { messages, ...reader.end() };
}

const call = callScenario();
const [invite, ringing, ok] = call as [ScenarioMessage, ScenarioMessage, ScenarioMessage];

/** How a program writes a message down; "in" is what the side at 203.0.113.30 gets. */
type Form = (message: ScenarioMessage, isIn: boolean) => string;

const clock = (at: number) => new Date(at / 1000).toISOString();
const lf = (text: string) => text.replaceAll("\r\n", "\n");
const peerOf = ({ source, destination }: ScenarioMessage, isIn: boolean) => {
  const { address, port } = isIn ? source : destination;
  return `${address}:${port}`;
};

type Expected = {
  hasSource: "both" | "peer" | "source" | "none";
  time: "full" | "none";
  lacksZone?: boolean;
};

const forms: [name: string, form: Form, expected: Expected][] = [
  ["messages one after another", ({ text }) => text, { hasSource: "none", time: "none" }],
  ["messages with line feeds alone", ({ text }) => `${lf(text)}\n`, { hasSource: "none", time: "none" }],
  [
    "Asterisk's PJSIP logger",
    (message, isIn) =>
      `[Mar  3 21:14:05] VERBOSE[1201] res_pjsip_logger.c: <--- ${isIn ? "Received" : "Transmitting"} SIP request (${message.text.length} bytes) ${isIn ? "from" : "to"} UDP:${peerOf(message, isIn)} --->\n${lf(message.text)}\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "Asterisk's PJSIP logger with dates",
    (message, isIn) =>
      `[${clock(message.at).slice(0, 23).replace("T", " ")}] VERBOSE[1201] res_pjsip_logger.c: <--- ${isIn ? "Received" : "Transmitting"} SIP request (${message.text.length} bytes) ${isIn ? "from" : "to"} UDP:${peerOf(message, isIn)} --->\n${lf(message.text)}\n[2026-03-03 21:20:00.000] NOTICE[1201] pbx.c: done with ${peerOf(message, isIn)}\n`,
    { hasSource: "peer", time: "full", lacksZone: true },
  ],
  [
    "Asterisk's chan_sip",
    (message, isIn) =>
      isIn
        ? `\n<--- SIP read from UDP:${peerOf(message, isIn)} --->\n${lf(message.text)}\n<------------->\n--- (12 headers 9 lines) ---\n`
        : `Reliably Transmitting (no NAT) to ${peerOf(message, isIn)}:\n${lf(message.text)}\n---\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "Kamailio's sipdump",
    (message, isIn) =>
      `====================\ntag: ${isIn ? "rcv" : "snd"}\npid: 4711\nprocess: 3\ntime: ${(message.at / 1e6).toFixed(6)}\ndate: Tue Mar  3 21:14:05 2026\nproto: udp ipv4\nsrcip: ${message.source.address}\nsrcport: ${message.source.port}\ndstip: ${message.destination.address}\ndstport: ${message.destination.port}\n~~~~~~~~~~~~~~~~~~~~\n${message.text}||||||||||||||||||||\n`,
    { hasSource: "both", time: "full" },
  ],
  [
    "Linphone on a phone, each line with its own time",
    (message, isIn) =>
      [
        `channel [0x7fd1c3]: message ${isIn ? "received from" : "sent to"} [UDP://${peerOf(message, isIn)}], size: [812] bytes`,
      ]
        .concat(
          lf(message.text)
            .split("\n")
            .map((line) => `\t${line}`),
        )
        .map(
          (line, place) =>
            `${clock(message.at + place * 137)
              .slice(0, 23)
              .replace("T", " ")}+0000 linphone[68064:1643374] [Message] ${line}\n`,
        )
        .join(""),
    { hasSource: "peer", time: "full" },
  ],
  [
    "a server's syslog, which escapes line ends",
    ({ text }) =>
      `Mar  3 21:14:05 proxy kamailio[4711]: INFO: <script>: got #015#012${text.replaceAll("\r\n", "#015#012")}\n`,
    { hasSource: "none", time: "none" },
  ],
  [
    "a telephone's system log",
    ({ text }) =>
      lf(text)
        .split("\n")
        .map((line) => `1578298144.496 1724-1724/com.example.phone I/Phone: ${line}\n`)
        .join(""),
    { hasSource: "none", time: "none" },
  ],
  [
    "sngrep's export",
    ({ at, source, destination, text }) =>
      `${clock(at).slice(0, 10).replaceAll("-", "/")} ${clock(at).slice(11, 23)}000 ${source.address}:${source.port} -> ${destination.address}:${destination.port}\n${text}\n\n`,
    { hasSource: "both", time: "full", lacksZone: true },
  ],
  [
    "ngrep by lines",
    ({ at, source, destination, text }) =>
      `#\nU ${clock(at).slice(0, 10).replaceAll("-", "/")} ${clock(at).slice(11, 23)}000 ${source.address}:${source.port} -> ${destination.address}:${destination.port} #12\n${text.replaceAll("\r\n", ".\n")}\n`,
    { hasSource: "both", time: "full", lacksZone: true },
  ],
  [
    "pjsua and MicroSIP",
    (message, isIn) =>
      `21:14:05.120            pjsua_core.c  .${isIn ? "RX" : "TX"} ${message.text.length} bytes Request msg X/cseq=1 (tdta0x7f) ${isIn ? "from" : "to"} UDP ${peerOf(message, isIn)}:\n${message.text}\n--end msg--\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "pjsua with an indent",
    (message, isIn) =>
      `pjsua_core.c  .${isIn ? "RX" : "TX"} ${message.text.length} bytes Response msg 200/INVITE/cseq=1 (rdata0x7f) ${isIn ? "from" : "to"} UDP ${peerOf(message, isIn)}:\n${lf(message.text).replace(/^/gm, "        ")}\n--end msg--\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "FreeSWITCH",
    (message, isIn) =>
      `${isIn ? "recv" : "send"} ${message.text.length} bytes ${isIn ? "from" : "to"} udp/[${(isIn ? message.source : message.destination).address}]:5060 at 21:14:05.123456:\n   ------------------------------------------------------------------------\n${lf(message.text).replace(/^(?=.)/gm, "   ")}   ------------------------------------------------------------------------\n2026-03-03 21:14:05.130000 [NOTICE] switch_channel.c:1118 New Channel\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "Linphone",
    (message, isIn) =>
      isIn
        ? `${clock(message.at).slice(0, 10)} ${clock(message.at).slice(11, 19)}:000 belle-sip-message-channel [0x7f]: received [${message.text.length}] new bytes from [UDP://${peerOf(message, isIn)}]:\n${message.text}\n`
        : `${clock(message.at).slice(0, 10)} ${clock(message.at).slice(11, 19)}:000 belle-sip-message-channel [0x7f]: message sent to [UDP://${peerOf(message, isIn)}], size: [${message.text.length}] bytes\n${message.text}\n`,
    { hasSource: "peer", time: "full", lacksZone: true },
  ],
  [
    "X-Lite and Bria",
    (message, isIn) =>
      `${isIn ? "RECEIVE" : "SEND"} TIME: 4063154\n${isIn ? "RECEIVE <<" : "SEND >>"} ${peerOf(message, isIn)}\n${message.text}\n`,
    { hasSource: "peer", time: "none" },
  ],
  [
    "baresip",
    ({ source, destination, text }) =>
      `\x1b[36;1m#\nUDP ${source.address}:${source.port} -> ${destination.address}:${destination.port}\n${text}\x1b[;m\n`,
    { hasSource: "both", time: "none" },
  ],
  [
    "a trap for scanners",
    ({ at, source, text }) =>
      `Source: ${source.address}:${source.port}\nDatetime: ${clock(at).slice(0, 10)} ${clock(at).slice(11, 23)}\n\nMessage:\n\n${lf(text)}\n\n\n-------------------------\n`,
    { hasSource: "source", time: "full", lacksZone: true },
  ],
  [
    "syslog, each line with its own time and program",
    ({ at, source, destination, text }) =>
      [
        `${source.address}:${source.port} -> ${destination.address}:${destination.port} over UDP`,
        ...text.split("\r\n").slice(0, -1),
      ]
        .map(
          (line, place) =>
            `${clock(at + place * 1000).slice(0, 19)}Z host sipproxy[${4700 + place}]: ${line}\n`,
        )
        .join(""),
    { hasSource: "both", time: "full" },
  ],
  [
    "a log with an empty line behind each line",
    ({ source, destination, text }) =>
      `${source.address}:${source.port} -> ${destination.address}:${destination.port}\n\n${lf(text).replaceAll("\n", "\n\n")}\n`,
    { hasSource: "both", time: "none" },
  ],
];

describe("text logs", () => {
  describe.each(forms)("%s", (_, form, { hasSource, time, lacksZone }) => {
    const isIn = ({ destination }: ScenarioMessage) => destination.address === "203.0.113.30";
    const log = `Some words at the beginning of the log\n${call.map((one) => form(one, isIn(one))).join("")}`;

    test("gives every message as it was", () => {
      expect(read(log).messages.map(({ text }) => text)).toEqual(call.map(({ text }) => text));
      for (const { isCut } of read(log).messages) expect(isCut).toBeUndefined();
    });

    test("gives the same in whatever pieces it comes", () => {
      expect(read(log, 7).messages).toEqual(read(log).messages);
    });

    test("tells the addresses that the log tells", () => {
      for (const [place, { source, destination }] of read(log).messages.entries()) {
        const wanted = call[place] as ScenarioMessage;
        const isKnown = (side: "source" | "destination") =>
          hasSource === "both" ||
          (hasSource === "source" && side === "source") ||
          (hasSource === "peer" && (side === "source") === isIn(wanted));
        expect(source).toEqual(isKnown("source") ? wanted.source : undefined);
        expect(destination).toEqual(isKnown("destination") ? wanted.destination : undefined);
      }
    });

    test("tells the times that the log tells in full", () => {
      const { messages, timesLackZone } = read(log);
      for (const [place, { at }] of messages.entries()) {
        if (time === "none") expect(at).toBeUndefined();
        else expect(Math.abs((at ?? 0) - (call[place]?.at ?? 0))).toBeLessThan(1_000_000);
      }
      expect(timesLackZone).toBe(lacksZone ?? false);
    });
  });

  test("a message that the log left as it was has its place in the file", () => {
    const log = `one line\r\n${invite.text}`;
    expect(read(log).messages[0]?.offset).toBe(10);
    expect(read(lf(log)).messages[0]?.offset).toBeUndefined();
  });

  test("a message stands in the line in which it ended", () => {
    expect(read(`one\ntwo\n${lf(ringing.text)}\nthree\n`).messages[0]?.frame).toBe(
      2 + ringing.text.split("\r\n").length - 1,
    );
  });

  test("headers whose body was taken out are read, and marked as cut", () => {
    const stripped = `${invite.text.split("\r\n\r\n")[0]}\r\n\r\n`;
    const { messages } = read(`${stripped}${lf(ringing.text)}`);
    expect(messages.map(({ text, isCut }) => ({ text, isCut }))).toEqual([
      { text: stripped, isCut: true },
      { text: ringing.text, isCut: undefined },
    ]);
  });

  test("headers without their empty line are read, and marked as cut", () => {
    const bare = `${ringing.text.split("\r\n\r\n")[0]}\r\n`;
    const { messages } = read(`${bare}---\n${ok.text}`);
    expect(messages.map(({ text, isCut }) => ({ text, isCut }))).toEqual([
      { text: bare, isCut: true },
      { text: ok.text, isCut: undefined },
    ]);
  });

  test("a session description that somebody made longer or shorter keeps all its lines", () => {
    for (const address of ["X", "removed.because.it.was.private.example"]) {
      const redacted = invite.text.replaceAll("192.0.2.10", address);
      const { messages } = read(`${lf(redacted)}\n-----\n${lf(ok.text)}`);
      expect(messages.map(({ text }) => text)).toEqual([redacted, ok.text]);
    }
  });

  test("a multipart body with an ISUP part is read to its end", () => {
    const messages = gatewayCall().map(({ text }) => text);
    expect(read(messages.join("\n")).messages.map(({ text }) => text)).toEqual(messages);
  });

  test("a NOTIFY that holds the beginning of an answer is one message", () => {
    const messages = blindTransfer().map(({ text }) => text);
    expect(read(messages.map(lf).join("\n")).messages.map(({ text }) => text)).toEqual(messages);
  });

  test("folded headers keep their second line", () => {
    const folded =
      "OPTIONS sip:theo@example.com SIP/2.0\r\nSubject: one\r\n two\r\nContent-Length: 0\r\n\r\n";
    expect(read(folded).messages[0]?.text).toBe(folded);
    expect(read(lf(folded).replace(/^/gm, "    ")).messages[0]?.text).toBe(folded);
  });

  test("words about a request are no message", () => {
    const log =
      "Sent INVITE sip:theo@example.com SIP/2.0 and got no answer\nINVITE sip:theo@example.com SIP/2.0\nno header\n";
    expect(read(log).messages).toEqual([]);
  });

  test.each([
    ["2026-03-03 21:14:05.250 x", 1_772_572_445_250_000, true],
    ["2026-03-03T21:14:05Z x", 1_772_572_445_000_000, false],
    ["2026-03-03T22:14:05.5+01:00 x", 1_772_572_445_500_000, false],
    ["2026/03/03 21:14:05,000001 x", 1_772_572_445_000_001, true],
    ["Tue Mar  3 21:14:05 2026 x", 1_772_572_445_000_000, true],
    ["Mar  3 21:14:05 x", undefined, false],
    ["21:14:05.250 x", undefined, false],
    ["2026-13-03 21:14:05 x", undefined, false],
  ])("the time of %j is taken when it is complete", (line, at, lacksZone) => {
    const { messages, timesLackZone } = read(`${line}\n${ringing.text}`);
    expect(messages[0]?.at).toBe(at);
    expect(timesLackZone).toBe(lacksZone);
  });

  test("an IPv6 address and a host name are addresses", () => {
    const told = read(
      `received from TLS:[2001:db8::10]:5061\n${ringing.text}sent to [TLS://sip.example.com:5061]\n${ok.text}`,
    );
    expect(
      told.messages.map(({ source, destination, transport }) => ({ source, destination, transport })),
    ).toEqual([
      { source: { address: "2001:db8::10", port: 5061 }, destination: undefined, transport: "tls" },
      { source: undefined, destination: { address: "sip.example.com", port: 5061 }, transport: "tls" },
    ]);
  });

  test("a log without any message, or of one endless line, ends", () => {
    expect(read("nothing\n".repeat(1000)).messages).toEqual([]);
    expect(read("x".repeat(5_000_000), 65_536).messages).toEqual([]);
  });

  test("a message of a million headers is cut at the limit", () => {
    const many = `OPTIONS sip:theo@example.com SIP/2.0\n${"X-Filler: 0123456789\n".repeat(1_000_000)}\n`;
    const begun = performance.now();
    const { messages } = read(many, 65_536);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.isCut).toBe(true);
    expect(messages[0]?.text.length).toBeLessThan(1_200_000);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
