import { describe, expect, test } from "vitest";
import { createMediaWatch } from "../media-watch";
import type { TcpFlow } from "../packet";
import type { Sighting } from "../sighting";
import { evening, fromHex, mara, theo } from "../test-media";
import {
  certificate,
  certificateMessage,
  clientHello,
  extension,
  handshake,
  record,
  serverHello,
  serverNameExtension,
} from "./test-handshake";

const toServer: TcpFlow = { id: 1, source: mara, destination: { ...theo, port: 5061 } };
const toClient: TcpFlow = { id: 2, source: toServer.destination, destination: mara };

type Piece = [flow: TcpFlow, bytes: Uint8Array];

function sightingsIn(pieces: readonly Piece[]): Sighting[] {
  const watch = createMediaWatch();
  pieces.forEach(([flow, bytes], index) => {
    watch.streamBytes({ flow, at: evening + index, frame: index + 1, bytes });
  });
  return watch.end().sightings;
}

function told(sightings: readonly Sighting[]): string[] {
  return sightings.flatMap(({ protocol, details }) => [
    protocol,
    ...details.map(({ name, value }) => `${name}: ${value}`),
  ]);
}

const offer = clientHello([
  serverNameExtension("sip.example.com"),
  extension(16, fromHex("0004 03 736970")),
  extension(43, fromHex("06 7a7a 0304 0303")),
]);
const clientOpens = record(22, handshake(1, offer));
const answer12 = record(
  22,
  Buffer.concat([
    handshake(2, serverHello("c030", [])),
    handshake(11, certificateMessage(certificate)),
    handshake(14, new Uint8Array()),
  ]),
);
const certificateDetails = [
  "certificate-subject: O=Example, CN=proxy.example.com",
  "certificate-issuer: O=Example, CN=proxy.example.com",
  "certificate-names: DNS:proxy.example.com, DNS:sip.example.com",
  "certificate-valid: 2026-11-23T21:12:32.000Z/2036-11-20T21:12:32.000Z",
  "certificate-sha256: 8a20289e916231513baf93c60e96307f2d4ee07e58b15d79277bb34c4c3310e9",
];
const tls12 = [
  "tls",
  "server-name: sip.example.com",
  "version: TLS 1.2",
  "cipher: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
  ...certificateDetails,
  "application-protocol: sip",
];

describe("TLS", () => {
  test("the handshake tells name, version, cipher and certificate", () => {
    const sightings = sightingsIn([
      [toServer, clientOpens],
      [toClient, answer12],
    ]);
    expect(told(sightings)).toEqual(tls12);
    expect(sightings).toMatchObject([{ source: mara, destination: toServer.destination, packets: 2 }]);
  });

  test("it tells the same when every byte comes alone", () => {
    const bytes = (flow: TcpFlow, all: Uint8Array) =>
      Array.from(all, (byte): Piece => [flow, Uint8Array.of(byte)]);
    expect(told(sightingsIn([...bytes(toServer, clientOpens), ...bytes(toClient, answer12)]))).toEqual(tls12);
  });

  test("a handshake message may go over several records", () => {
    const whole = answer12.subarray(5);
    const records = Buffer.concat([record(22, whole.subarray(0, 50)), record(22, whole.subarray(50))]);
    expect(
      told(
        sightingsIn([
          [toServer, clientOpens],
          [toClient, records],
        ]),
      ),
    ).toEqual(tls12);
  });

  test("TLS 1.3 is known by its extension, and says no more after its hello", () => {
    const answer = serverHello("1301", [extension(43, fromHex("0304")), extension(41, fromHex("0000"))]);
    const records = Buffer.concat([
      record(22, handshake(2, answer)),
      record(20, fromHex("01")),
      record(23, new Uint8Array(40)),
    ]);
    expect(
      told(
        sightingsIn([
          [toServer, clientOpens],
          [toClient, records],
        ]),
      ),
    ).toEqual([
      "tls",
      "server-name: sip.example.com",
      "version: TLS 1.3",
      "cipher: TLS_AES_128_GCM_SHA256",
      "pre-shared-key: pre_shared_key",
      "application-protocol: sip",
    ]);
  });

  test("without an answer the offer is told; values that mean nothing are left out of it (RFC 8701)", () => {
    expect(told(sightingsIn([[toServer, clientOpens]]))).toContain("version: TLS 1.3");
  });

  test("the client's certificate is told apart from the server's", () => {
    const fromClient = record(22, handshake(11, certificateMessage(certificate)));
    const said = told(
      sightingsIn([
        [toServer, clientOpens],
        [toClient, answer12],
        [toServer, fromClient],
      ]),
    );
    expect(said.filter((line) => line.startsWith("client-certificate"))).toEqual([
      "client-certificate: O=Example, CN=proxy.example.com; sha256=8a20289e916231513baf93c60e96307f2d4ee07e58b15d79277bb34c4c3310e9",
    ]);
  });

  test("a cipher with a pre-shared key is told as such", () => {
    const answer = record(22, handshake(2, serverHello("00a8", [])));
    expect(
      told(
        sightingsIn([
          [toServer, clientOpens],
          [toClient, answer],
        ]),
      ),
    ).toContain("pre-shared-key: TLS_PSK_WITH_AES_128_GCM_SHA256");
  });

  test("a connection whose beginning was not captured is TLS by two records that follow each other", () => {
    const data = record(23, new Uint8Array(30));
    expect(told(sightingsIn([[toClient, data]]))).toEqual([]);
    expect(told(sightingsIn([[toClient, Buffer.concat([data, data])]]))).toEqual(["tls"]);
  });

  test("connections of one client to one server under one name are one sighting", () => {
    const again = { ...toServer, id: 3, source: { ...mara, port: 40_001 } };
    expect(
      sightingsIn([
        [toServer, clientOpens],
        [again, clientOpens],
      ]),
    ).toMatchObject([{ packets: 2 }]);
  });

  test("a certificate that is no certificate says nothing, and the rest is told", () => {
    const answer = record(
      22,
      Buffer.concat([
        handshake(2, serverHello("c030", [])),
        handshake(11, certificateMessage(Buffer.alloc(40))),
      ]),
    );
    expect(
      told(
        sightingsIn([
          [toServer, clientOpens],
          [toClient, answer],
        ]),
      ),
    ).toEqual(tls12.filter((line) => !certificateDetails.includes(line)));
  });

  test.each([
    ["a web request", Buffer.from("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")],
    ["a hello cut off in its ciphers", record(22, handshake(1, offer.subarray(0, 38)))],
    ["a record longer than any may be", Buffer.from([22, 3, 1, 0xff, 0xff, ...new Uint8Array(200)])],
    ["a single byte", Buffer.of(22)],
    ["zeros", Buffer.alloc(400)],
  ])("is not %s", (_what, bytes) => {
    expect(sightingsIn([[toServer, bytes]])).toEqual([]);
  });
});

describe("applications that carry calls", () => {
  test("are named by a server name of their own, and by no other", () => {
    const opens = (name: string) => record(22, handshake(1, clientHello([serverNameExtension(name)])));
    expect(told(sightingsIn([[toServer, opens("g.whatsapp.net")]]))).toContain("application: whatsapp");
    for (const name of ["notwhatsapp.net", "whatsapp.net.example.com", "example.com"]) {
      expect(told(sightingsIn([[toServer, opens(name)]]))).not.toContain("voice-app");
    }
  });

  test("WhatsApp's own transport is known by its opening", () => {
    expect(told(sightingsIn([[toServer, fromHex("57410600 00012a 00")]]))).toEqual([
      "voice-app",
      "application: whatsapp",
    ]);
    expect(sightingsIn([[toServer, Buffer.from("WATCH /stream")]])).toEqual([]);
  });
});

describe("H.323 call signalling", () => {
  const numbers = "6c 06 01 81 32303230 70 05 81 33303330";
  const userUser = (body: string) =>
    `7e 00${(fromHex(body).length + 1).toString(16).padStart(2, "0")} 05 ${body}`;
  const identifier = "06 0008914a0004";

  function setup(elements: string): Buffer {
    const message = fromHex(`08 02 1234 05 ${elements}`);
    return Buffer.concat([fromHex("0300"), Buffer.of(0, message.length + 4), message]);
  }

  test("a setup tells both numbers and the display", () => {
    const bytes = setup(`28 04 4d617261 ${numbers} ${userUser(`20 80 ${identifier} 00`)}`);
    expect(told(sightingsIn([[toServer, bytes]]))).toEqual([
      "h323",
      "calling-name: Mara",
      "calling-number: 2020",
      "called-number: 3030",
    ]);
  });

  test("aliases of the caller are read from the packed part: a name, and digits", () => {
    const aliases = "02 40 03 004d 0061 0072 0061 01 80 535300";
    expect(told(sightingsIn([[toServer, setup(userUser(`20 a0 ${identifier} ${aliases}`))]]))).toEqual([
      "h323",
      "calling-name: Mara",
      "calling-number: 2020",
    ]);
  });

  test("a message in two segments is one message", () => {
    const bytes = setup(`${numbers} ${userUser(`20 80 ${identifier} 00`)}`);
    expect(
      told(
        sightingsIn([
          [toServer, bytes.subarray(0, 9)],
          [toServer, bytes.subarray(9)],
        ]),
      ),
    ).toContain("calling-number: 2020");
  });

  test.each([
    [
      "remote desktop, which uses the same frame",
      fromHex("0300 0013 0e e0 0000 0000 00 01 0008 0003 000000"),
    ],
    ["telephone signalling without H.323's own part", setup(numbers)],
    ["a frame shorter than its header", fromHex("0300 0002 0802 1234 05")],
  ])("is not %s", (_what, bytes) => {
    expect(sightingsIn([[toServer, bytes]])).toEqual([]);
  });
});
