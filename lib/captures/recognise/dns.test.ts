import { describe, expect, test } from "vitest";
import { createMediaWatch } from "../media-watch";
import { datagramOf, fromHex, mara, theo } from "../test-media";
import { number16 } from "./test-handshake";

const [A, AAAA, SRV, NAPTR] = [1, 28, 33, 35];

function nameBytes(name: string): Buffer {
  const labels = name.split(".").map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.of(0)]);
}

function question(name: string, type: number): Buffer {
  return Buffer.concat([nameBytes(name), number16(type), number16(1)]);
}

function answer(name: string, type: number, data: Uint8Array): Buffer {
  return Buffer.concat([
    nameBytes(name),
    number16(type),
    number16(1),
    Buffer.alloc(4),
    number16(data.length),
    data,
  ]);
}

function message(questions: readonly Buffer[], answers: readonly Buffer[] = []): Buffer {
  const counts = [questions.length, answers.length, 0, 0].map(number16);
  return Buffer.concat([
    fromHex(answers.length > 0 ? "9abc 8180" : "9abc 0100"),
    ...counts,
    ...questions,
    ...answers,
  ]);
}

/** What is told of messages between one client and one server. */
function told(...messages: readonly Uint8Array[]): string[] {
  const watch = createMediaWatch();
  messages.forEach((bytes, index) => {
    const [client, server] = [
      { ...mara, port: 30_000 + index },
      { ...theo, port: 53 },
    ];
    const isAnswer = (bytes[2] ?? 0) >= 0x80;
    watch.datagram(
      datagramOf(
        bytes,
        isAnswer ? { source: server, destination: client } : { source: client, destination: server },
      ),
    );
  });
  return watch
    .end()
    .sightings.flatMap(({ protocol, details }) => [
      protocol,
      ...details.map(({ name, value }) => `${name}: ${value}`),
    ]);
}

const text = (value: string) => Buffer.concat([Buffer.of(value.length), Buffer.from(value)]);

describe("DNS", () => {
  test("where a domain's calls go (SRV) is told, then the address of the host that it names", () => {
    const service = Buffer.concat([fromHex("000a 003c 13c4"), nameBytes("proxy.example.com")]);
    const asked = question("_sip._udp.example.com", SRV);
    expect(
      told(
        message([asked]),
        message([asked], [answer("_sip._udp.example.com", SRV, service)]),
        message(
          [question("proxy.example.com", A)],
          [answer("proxy.example.com", A, Buffer.of(192, 0, 2, 7))],
        ),
      ),
    ).toEqual([
      "dns",
      "question: SRV _sip._udp.example.com",
      "answer: _sip._udp.example.com SRV 10 60 5060 proxy.example.com",
      "question: A proxy.example.com",
      "answer: proxy.example.com A 192.0.2.7",
    ]);
  });

  test("a telephone number's own entry (ENUM) is told", () => {
    const name = "3.2.1.0.5.5.5.2.0.2.1.e164.arpa";
    const pointer = Buffer.concat([
      fromHex("0064 000a"),
      text("u"),
      text("E2U+sip"),
      text("!^.*$!sip:info@example.com!"),
      Buffer.of(0),
    ]);
    expect(told(message([question(name, NAPTR)], [answer(name, NAPTR, pointer)]))).toEqual([
      "dns",
      `question: NAPTR ${name}`,
      `answer: ${name} NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .`,
    ]);
  });

  test.each([
    ["sip.example.com", true],
    ["sip1.example.com", true],
    ["eu-sip-3.example.com", true],
    ["gossip.example.com", false],
    ["www.example.com", false],
    ["siphon.example.com", false],
  ])("the address of %s is told: %s", (name, isTold) => {
    expect(told(message([question(name, AAAA)]))).toEqual(isTold ? ["dns", `question: AAAA ${name}`] : []);
  });

  test("services that are not about calls are left out", () => {
    expect(told(message([question("_ldap._tcp.example.com", SRV)]))).toEqual([]);
  });

  test("a question for a host of a calling application names it", () => {
    expect(told(message([question("g.whatsapp.net", A)]))).toEqual([
      "voice-app",
      "application: whatsapp",
      "server-name: g.whatsapp.net",
    ]);
  });

  test("a name may point back to an earlier one (RFC 1035 section 4.1.4)", () => {
    const asked = question("sip.example.com", A);
    const pointed = Buffer.concat([fromHex("c00c 0001 0001 00000000 0004"), Buffer.of(192, 0, 2, 7)]);
    expect(told(message([asked], [pointed]))).toContain("answer: sip.example.com A 192.0.2.7");
  });

  test.each([
    ["points at itself", fromHex("9abc 0100 0001 0000 0000 0000 c00c 0001 0001")],
    ["points forward", fromHex("9abc 0100 0001 0000 0000 0000 c00e 0001 0001 00")],
    ["points in a circle", fromHex("9abc 0100 0001 0000 0000 0000 0373 6970 c00c 0001 0001")],
    ["is longer than the message", fromHex("9abc 0100 0001 0000 0000 0000 3f73 6970 00")],
    ["claims thousands of records", fromHex("9abc 8180 0000 ffff ffff ffff 00 0001 0001")],
  ])("a name that %s ends the reading", (_what, bytes) => {
    expect(told(bytes)).toEqual([]);
  });
});
