import { describe, expect, test } from "vitest";
import { createMediaWatch } from "../media-watch";
import type { Datagram } from "../packet";
import type { Sighting } from "../sighting";
import { datagramOf, fromHex, mara, speech, theo } from "../test-media";
import {
  certificate,
  certificateMessage,
  clientHello,
  extension,
  number16,
  number24,
  serverHello,
} from "./test-handshake";

function sightingsIn(packets: readonly Datagram[]): Sighting[] {
  const watch = createMediaWatch();
  packets.forEach(watch.datagram);
  return watch.end().sightings;
}

function told(packets: readonly Datagram[]): string[] {
  return sightingsIn(packets).flatMap(({ protocol, details }) => [
    protocol,
    ...details.map(({ name, value }) => `${name}: ${value}`),
  ]);
}

const reversed = { source: theo, destination: mara };
const toPort = (port: number) => ({ destination: { ...theo, port } });

describe("DTLS", () => {
  let sent = 0;

  function dtlsRecord(type: number, body: Uint8Array, epoch = 0): Buffer {
    return Buffer.concat([
      Buffer.of(type, 0xfe, 0xfd),
      number16(epoch),
      number24(0),
      number24(++sent),
      number16(body.length),
      body,
    ]);
  }

  function piece(type: number, body: Uint8Array, from = 0, to = body.length, sequence = type): Buffer {
    const part = body.subarray(from, to);
    const header = [
      Buffer.of(type),
      number24(body.length),
      number16(sequence),
      number24(from),
      number24(part.length),
    ];
    return dtlsRecord(22, Buffer.concat([...header, part]));
  }

  const profiles = extension(14, fromHex("0004 0001 0007 00"));
  const hello = clientHello([profiles], "fefd", "00");
  const answer = serverHello("c02b", [extension(14, fromHex("0002 0001 00"))], "fefd");
  const proof = certificateMessage(certificate);

  const opened = [
    datagramOf(piece(1, hello)),
    datagramOf(piece(2, answer), reversed),
    datagramOf(piece(11, proof, 0, 200), reversed),
    datagramOf(piece(11, proof, 200), reversed),
  ];

  test("the handshake tells the profile for SRTP and the certificate, in pieces though it comes", () => {
    const said = told(opened);
    expect(said.slice(0, 4)).toEqual([
      "dtls",
      "version: DTLS 1.2",
      "cipher: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
      "srtp-profile: SRTP_AES128_CM_HMAC_SHA1_80",
    ]);
    expect(said).toContain("certificate-subject: O=Example, CN=proxy.example.com");
    expect(sightingsIn(opened)).toMatchObject([{ source: mara, destination: theo, packets: 4 }]);
  });

  test("media between the same places is SRTP with keys from the handshake, before it as after it", () => {
    const watch = createMediaWatch();
    const [before, after] = [speech(10), speech(10, () => ({ ...reversed, ssrc: 2 }))];
    for (const packet of [...before, ...opened, ...after]) watch.datagram(packet);
    expect(watch.end().streams.map(({ security }) => security)).toEqual(["srtp-dtls", "srtp-dtls"]);
  });

  test("a handshake without such a profile makes no keys for media", () => {
    const watch = createMediaWatch();
    const plain = [
      datagramOf(piece(1, clientHello([], "fefd", "00"))),
      datagramOf(piece(2, serverHello("c02b", [], "fefd")), reversed),
    ];
    for (const packet of [...plain, ...speech(10)]) watch.datagram(packet);
    expect(watch.end().streams).toMatchObject([{ packets: 10 }]);
    expect(watch.end().streams[0]?.security).toBeUndefined();
  });

  test("encrypted records are counted and not read", () => {
    expect(told([datagramOf(dtlsRecord(22, piece(1, hello), 1))])).toEqual(["dtls"]);
  });

  test.each([
    [
      "a length beyond the datagram",
      Buffer.concat([Buffer.of(22, 0xfe, 0xfd), new Uint8Array(8), number16(500)]),
    ],
    ["the version of TLS", Buffer.concat([Buffer.of(22, 3, 3), new Uint8Array(8), number16(0)])],
  ])("is not %s", (_what, bytes) => {
    expect(told([datagramOf(bytes)])).toEqual([]);
  });
});

describe("STUN and TURN", () => {
  const transaction = "0102030405060708090a0b0c";

  test("a binding answer tells the address that the server saw", () => {
    // 203.0.113.9:4660, mixed with the cookie.
    const bytes = fromHex(`0101 000c 2112a442 ${transaction} 0020 0008 0001 3326 ea12d54b`);
    expect(told([datagramOf(bytes)])).toEqual(["stun", "mapped-address: 203.0.113.9:4660"]);
  });

  test("an address of IPv6 is mixed with the transaction too", () => {
    const bytes = fromHex(
      `0101 0018 2112a442 ${transaction} 0020 0014 0002 3326 0113a9fa 01020304 05060708 090a0b0d`,
    );
    expect(told([datagramOf(bytes)])).toEqual(["stun", "mapped-address: [2001:db8::1]:4660"]);
  });

  test("a relay is told as TURN, with the peer and the software", () => {
    const bytes = fromHex(
      `0016 0018 2112a442 ${transaction} 0012 0008 0001 3326 ea12d54b 8022 0005 50686f6e65 000000`,
    );
    expect(told([datagramOf(bytes)])).toEqual([
      "stun",
      "application-protocol: turn",
      "peer-address: 203.0.113.9:4660",
      "software: Phone",
    ]);
  });

  test("speech through a channel of a relay is measured", () => {
    const watch = createMediaWatch();
    for (const packet of speech(10)) {
      const bytes = Buffer.concat([fromHex("4000"), number16(packet.bytes.length), packet.bytes]);
      watch.datagram({ ...packet, bytes, wireBytes: bytes.length });
    }
    expect(watch.end().streams).toMatchObject([{ packets: 10, lost: 0 }]);
  });

  test("WhatsApp's calls are known by the attribute with which they ask for a relay", () => {
    const asks = (method: string, attribute: string) =>
      datagramOf(fromHex(`${method} 0006 2112a442 ${transaction} ${attribute} 0002 0100`));
    expect(told([asks("0003", "4000")])).toContain("application: whatsapp");
    expect(told([asks("0001", "4000")])).toEqual(["stun"]);
    expect(told([asks("0003", "4001")])).toEqual(["stun", "application-protocol: turn"]);
  });

  test.each([
    ["another cookie", fromHex(`0001 0000 2112a443 ${transaction}`)],
    ["a length beyond the datagram", fromHex(`0001 0100 2112a442 ${transaction}`)],
    [
      "an attribute beyond the message",
      fromHex(`0001 0008 2112a442 ${transaction} 0006 00ff 00000000 00000000`),
    ],
    ["no bytes", new Uint8Array()],
  ])("is not %s", (_what, bytes) => {
    expect(told([datagramOf(bytes)])).toEqual([]);
  });
});

describe("ZRTP", () => {
  const message = (type: string, rest: string) =>
    fromHex(
      `1000 0001 5a525450 12345678 505a 0003 ${Buffer.from(type.padEnd(8)).toString("hex")} ${rest} 00000000`,
    );
  const hello = message("Hello", `312e3130 ${Buffer.from("Example Phone   ").toString("hex")}`);

  test("a hello tells version and software", () => {
    expect(told([datagramOf(hello)])).toEqual(["zrtp", "version: 1.10", "software: Example Phone"]);
  });

  test("media is encrypted when both sides have confirmed, not when they have said hello", () => {
    const securities = [hello, message("Confirm2", "00000000")].map((bytes) => {
      const watch = createMediaWatch();
      for (const packet of [...speech(10), datagramOf(bytes, reversed)]) watch.datagram(packet);
      return watch.end().streams[0]?.security;
    });
    expect(securities).toEqual([undefined, "zrtp"]);
  });
});

describe("IPsec", () => {
  const ike = (version: string, exchange: string, length = "0000001c") =>
    fromHex(`a1a2a3a4a5a6a7a8 0000000000000000 21 ${version} ${exchange} 08 00000000 ${length}`);

  test("IKE tells its version, its index and who began", () => {
    const details = ["spi: a1a2a3a4a5a6a7a8", "initiator: 192.0.2.10"];
    expect(told([datagramOf(ike("20", "22"), toPort(500))])).toEqual(["ike", "version: IKEv2", ...details]);
    expect(told([datagramOf(ike("10", "02"), toPort(500))])).toEqual(["ike", "version: IKEv1", ...details]);
  });

  test("on port 4500 four zeros stand before IKE, and ESP has none", () => {
    const nat = Buffer.concat([new Uint8Array(4), ike("20", "23", "0000001c")]);
    const esp = fromHex("c1c2c3c4 00000001 aabbccdd");
    expect(told([datagramOf(nat, toPort(4500)), datagramOf(esp, toPort(4500))])).toEqual([
      "ike",
      "version: IKEv2",
      "spi: a1a2a3a4a5a6a7a8",
      "initiator: 192.0.2.10",
      "esp",
      "spi: c1c2c3c4",
    ]);
  });

  test("ESP in UDP without a handshake is believed when its numbers follow each other", () => {
    const esp = (sequence: string) => datagramOf(fromHex(`c1c2c3c4 ${sequence} aabbccdd`), toPort(4500));
    expect(told([esp("00000001")])).toEqual([]);
    expect(told([esp("00000001"), esp("00000002")])).toEqual(["esp", "spi: c1c2c3c4"]);
    expect(told([esp("00000001"), esp("90000002")])).toEqual([]);
  });

  test.each([
    ["a length that is not the datagram's", ike("20", "22", "000000ff")],
    ["an exchange that is not IKE's", ike("20", "02")],
    ["a version that does not exist", ike("30", "22")],
  ])("is not %s", (_what, bytes) => {
    expect(told([datagramOf(bytes, toPort(500))])).toEqual([]);
  });

  test("ESP without UDP is known by its number in IPv4 and behind the headers of IPv6", () => {
    const watch = createMediaWatch();
    const ends = { source: "192.0.2.10", destination: "198.51.100.20" };
    const packet = { at: 1, frame: 1, ...ends, protocol: 50, contentStart: 20, wireBytes: 60 };
    watch.ipPacket({ ...packet, bytes: fromHex(`45 ${"00".repeat(19)} c1c2c3c4 00000001`) });
    const hopByHop = "3200 0000 0000 0000";
    watch.ipPacket({
      ...packet,
      bytes: fromHex(`60 ${"00".repeat(5)} 00 ${"00".repeat(33)} ${hopByHop} d1d2d3d4 00000001`),
    });
    watch.ipPacket({ ...packet, protocol: 17, bytes: fromHex(`45 ${"00".repeat(19)} e1c2c3c4 00000001`) });
    expect(watch.end().sightings).toMatchObject([
      { protocol: "esp", packets: 2, details: [{ value: "c1c2c3c4" }, { value: "d1d2d3d4" }] },
    ]);
  });
});

describe("IAX2", () => {
  const elements = "0b 02 0002  02 04 32303230  04 04 4d617261  01 04 33303330";
  const asks = fromHex(`8001 0000 00000000 00 00 06 01 ${elements}`);

  test("a new call tells who calls whom, on any port, and what follows belongs to it", () => {
    const mini = fromHex("0001 1234 00000000");
    const packets = [
      datagramOf(asks),
      datagramOf(mini),
      datagramOf(fromHex("8001 0001 00000010 00 01 02 04 ffff")),
    ];
    expect(sightingsIn(packets)).toMatchObject([{ protocol: "iax2", packets: 3 }]);
    expect(told(packets)).toEqual([
      "iax2",
      "calling-number: 2020",
      "calling-name: Mara",
      "called-number: 3030",
    ]);
  });

  test("other control frames are believed on its own port only", () => {
    const ping = fromHex("8001 0000 00000000 00 00 06 02");
    expect(told([datagramOf(ping)])).toEqual([]);
    expect(told([datagramOf(ping, toPort(4569))])).toEqual(["iax2"]);
  });

  test.each([
    ["elements that do not fill the frame", Buffer.concat([asks, Buffer.of(2, 9)])],
    ["another version", fromHex(`8001 0000 00000000 00 00 06 01 0b 02 0001`)],
  ])("is not %s", (_what, bytes) => {
    expect(told([datagramOf(bytes)])).toEqual([]);
  });

  test("speech on its port is RTP", () => {
    const watch = createMediaWatch();
    for (const packet of speech(10, () => ({ ...toPort(4569), ssrc: 0x1122_0600 }))) watch.datagram(packet);
    expect(watch.end()).toMatchObject({ streams: [{ packets: 10 }], sightings: [] });
  });
});

describe("H.323 registration", () => {
  test("is known on its port by the identifier of its protocol", () => {
    const request = fromHex("0e 80 0001 06 0008914a0004 00 00");
    expect(told([datagramOf(request, toPort(1719))])).toEqual(["h323"]);
    expect(told([datagramOf(request)])).toEqual([]);
    expect(told([datagramOf(fromHex("0e 80 0001 06 0008914b0004"), toPort(1719))])).toEqual([]);
  });
});

describe("noise", () => {
  test("random bytes are neither streams nor sightings", () => {
    const watch = createMediaWatch();
    let state = 7;
    for (let index = 0; index < 50_000; index++) {
      const bytes = Buffer.alloc(40 + (index % 60));
      for (let at = 0; at < bytes.length; at++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        bytes[at] = state >>> 24;
      }
      watch.datagram(datagramOf(bytes, { destination: { ...theo, port: 1024 + (index % 5000) } }));
    }
    expect(watch.end()).toEqual({ streams: [], sightings: [], isShortened: false });
  });

  test("a web request and text are nothing", () => {
    const bytes = ["GET / HTTP/1.1\r\n\r\n", "\r\n\r\n", "hello, this is Mara", "\0"].map((text) =>
      Buffer.from(text),
    );
    expect(sightingsIn(bytes.map((one) => datagramOf(one, toPort(5060))))).toEqual([]);
  });
});
