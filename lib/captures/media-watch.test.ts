import { describe, expect, test } from "vitest";
import { createMediaWatch, type MediaLimits } from "./media-watch";
import type { Datagram } from "./packet";
import type { ExpectedMedia } from "./rtp-expected";
import type { RtpStream } from "./rtp-stream";
import { datagramOf, evening, fromHex, keyPayload, mara, rtpBytes, speech, theo } from "./test-media";

const second = 1_000_000;

function announcedBy(call: number, overrides: Partial<ExpectedMedia> = {}): ExpectedMedia {
  const payloads = [
    { type: 0, codec: "PCMU", clockRate: 8000 },
    { type: 101, codec: "telephone-event", clockRate: 8000 },
    { type: 111, codec: "opus", clockRate: 48_000 },
  ];
  return { call, at: evening - second, endpoint: theo, payloads, security: "none", ...overrides };
}

/** What is found in the packets when the media was announced before them. */
function watched(
  packets: readonly Datagram[],
  announced: readonly ExpectedMedia[] = [],
  limits?: Partial<MediaLimits>,
) {
  const watch = createMediaWatch(limits);
  announced.forEach(watch.expect);
  packets.forEach(watch.datagram);
  return watch;
}

function freeStreams(packets: readonly Datagram[]): RtpStream[] {
  return watched(packets).end().streams;
}

const reversed = { source: theo, destination: mara };

describe("RTP without any announcement", () => {
  test("is known by packets that follow each other, and counted from the first one", () => {
    expect(freeStreams(speech(50))).toEqual([
      {
        source: mara,
        destination: theo,
        ssrc: 0x1234_5678,
        payloadTypes: [0],
        codec: "PCMU",
        clockRate: 8000,
        startedAt: evening,
        endedAt: evening + 49 * 20_000,
        packets: 50,
        payloadBytes: 8000,
        lost: 0,
        duplicates: 0,
        outOfOrder: 0,
        meanJitterMs: 0,
        maxJitterMs: 0,
        gaps: [],
        digits: [],
        frame: 1,
        spacingMs: 20,
      },
    ]);
  });

  test("three packets are not enough, four are", () => {
    expect(freeStreams(speech(3))).toEqual([]);
    expect(freeStreams(speech(4))).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof speech>[1]]>([
    ["numbers that jump about", (index) => ({ sequence: index * 7919 })],
    ["a timestamp that no clock gives", (index) => ({ timestamp: index * 200_000 })],
    [
      "a timestamp that stands still for seconds",
      (index) => ({ timestamp: 5, at: evening + index * second }),
    ],
    ["a payload type that nobody uses unannounced", () => ({ payloadType: 77 - 20 })],
    ["another SSRC each time", (index) => ({ ssrc: index })],
  ])("%s: is no stream", (_what, change) => {
    expect(freeStreams(speech(30, change))).toEqual([]);
  });

  test("a dynamic payload type has no codec and no jitter, for its clock is not known", () => {
    const [stream] = freeStreams(speech(20, () => ({ payloadType: 111 })));
    expect(stream).toMatchObject({ payloadTypes: [111], packets: 20, spacingMs: 20 });
    expect(stream).not.toHaveProperty("codec");
    expect(stream).not.toHaveProperty("meanJitterMs");
  });

  test("another SSRC on the same ports is another stream", () => {
    const streams = freeStreams(speech(40, (index) => (index < 20 ? {} : { ssrc: 9 })));
    expect(streams.map(({ ssrc, packets }) => [ssrc, packets])).toEqual([
      [0x1234_5678, 20],
      [9, 20],
    ]);
  });

  test("G.711 that is ten bytes longer than its time is SRTP; a sighting says so", () => {
    const { streams, sightings } = watched(speech(30, () => ({ payload: new Uint8Array(170) }))).end();
    expect(streams[0]?.security).toBe("srtp");
    expect(sightings).toMatchObject([{ protocol: "srtp", source: mara, destination: theo, packets: 30 }]);
  });
});

describe("announced media", () => {
  test("needs no proof: one packet with an announced type is a stream of the call", () => {
    const watch = watched([], [announcedBy(7)]);
    expect(speech(1).map(watch.datagram)).toEqual([true]);
    expect(watch.takeStreams(7)).toMatchObject([{ packets: 1, codec: "PCMU", security: "none" }]);
  });

  test("gives the codec and clock of a dynamic type, also when it is announced after the first packets", () => {
    const packets = speech(20, (index) => ({ payloadType: 111, timestamp: index * 960 }));
    const watch = watched(packets.slice(0, 10));
    watch.expect(announcedBy(7));
    packets.slice(10).forEach(watch.datagram);
    expect(watch.takeStreams(7)).toMatchObject([
      { codec: "opus", clockRate: 48_000, packets: 20, meanJitterMs: 0, security: "none" },
    ]);
  });

  test("both directions are the call's, and so is media from an address that nobody announced", () => {
    const elsewhere = { address: "203.0.113.5", port: 1234 };
    const packets = [
      ...speech(10),
      ...speech(10, () => ({ ...reversed, ssrc: 2 })),
      ...speech(10, () => ({ source: elsewhere, ssrc: 3 })),
    ];
    const streams = watched(packets, [announcedBy(7)]).takeStreams(7);
    expect(streams.map(({ ssrc }) => ssrc).sort()).toEqual([2, 3, 0x1234_5678]);
  });

  test("a stream that a call took is not given again at the end, nor are its last packets another stream", () => {
    const packets = speech(50);
    const watch = watched(packets.slice(0, 40), [announcedBy(7)]);
    expect(watch.takeStreams(7)).toMatchObject([{ packets: 40 }]);
    packets.slice(40).forEach(watch.datagram);
    expect(watch.end().streams).toEqual([]);
    expect(watch.takeStreams(7)).toEqual([]);
  });

  test("a stream that two calls announced is given to both", () => {
    const watch = watched(speech(10), [announcedBy(1), announcedBy(2)]);
    expect(watch.takeStreams(1)).toHaveLength(1);
    expect(watch.takeStreams(2)).toHaveLength(1);
    expect(watch.end().streams).toEqual([]);
  });

  test("where a server has one place for all calls, a stream is the call's that announced its other end", () => {
    const ines = { address: "203.0.113.77", port: 6000 };
    const announced = [
      announcedBy(1),
      announcedBy(1, { endpoint: mara }),
      announcedBy(2),
      announcedBy(2, { endpoint: ines }),
    ];
    const watch = watched([...speech(5), ...speech(5, () => ({ source: ines, ssrc: 2 }))], announced);
    expect(watch.takeStreams(1).map(({ source }) => source)).toEqual([mara]);
    expect(watch.takeStreams(2).map(({ source }) => source)).toEqual([ines]);
  });

  test("the same ports and SSRC in a later call are another stream, though the earlier call is still open", () => {
    const later = evening + 60 * second;
    const watch = watched(speech(10), [announcedBy(1)]);
    watch.expect(announcedBy(2, { at: later - second }));
    speech(15, (index) => ({ at: later + index * 20_000 })).forEach(watch.datagram);
    expect(watch.takeStreams(1, evening + 10 * second)).toMatchObject([{ packets: 10 }]);
    expect(watch.takeStreams(2)).toMatchObject([{ packets: 15, startedAt: later }]);
  });

  test("the same ports and SSRC after the earlier call was closed are another stream", () => {
    const later = evening + 5 * second;
    const watch = watched(speech(10), [announcedBy(1)]);
    expect(watch.takeStreams(1)).toMatchObject([{ packets: 10 }]);
    watch.expect(announcedBy(2, { at: later - second }));
    speech(15, (index) => ({ at: later + index * 20_000 })).forEach(watch.datagram);
    expect(watch.takeStreams(2)).toMatchObject([{ packets: 15 }]);
  });

  test("a codec that is announced as SRTP is reported with its suite", () => {
    const secured = { security: "srtp-sdes", srtpProfile: "AES_CM_128_HMAC_SHA1_80" } as const;
    const watch = watched(speech(10), [announcedBy(7, secured)]);
    expect(watch.takeStreams(7)).toMatchObject([{ security: "srtp-sdes" }]);
    expect(watch.end().sightings).toMatchObject([
      {
        protocol: "srtp",
        packets: 10,
        details: [{ name: "srtp-profile", value: "AES_CM_128_HMAC_SHA1_80" }],
      },
    ]);
  });
});

describe("what is measured", () => {
  test("loss, repetition and silence, where they happened", () => {
    const packets = speech(100, (index) =>
      index === 10 ? null : { at: evening + index * 20_000 + (index >= 50 ? 2 * second : 0) },
    );
    const [stream] = freeStreams([...packets.slice(0, 20), ...packets.slice(19)]);
    expect(stream).toMatchObject({ packets: 100, lost: 0, duplicates: 1, outOfOrder: 0 });
    expect(stream?.gaps).toEqual([{ at: evening + 49 * 20_000, seconds: 2.02 }]);
  });

  test("gaps are kept up to a limit, and the stream says that some were left out", () => {
    const [stream] = freeStreams(
      speech(200, (index) => ({ at: evening + index * 2 * second, timestamp: index * 16_000 })),
    );
    expect(stream?.gaps).toHaveLength(100);
    expect(stream?.isShortened).toBe(true);
  });

  test("comfort noise is counted and is not the codec", () => {
    const [stream] = freeStreams(speech(20, (index) => (index > 8 ? { payloadType: 13 } : {})));
    expect(stream).toMatchObject({ codec: "PCMU", comfortNoisePackets: 11, payloadTypes: [0, 13] });
  });

  test("the counts of both sides' reports go to the stream that they speak of", () => {
    const sender = fromHex("80 c8 0006 12345678 00000000 00000000 00000000 000003e8 00027100");
    const receiver = fromHex("81 c9 0007 00000002 12345678 00 000005 00000000 00000000 00000000 00000000");
    const beside = (port: number) => port + 1;
    const packets = [
      ...speech(10),
      datagramOf(sender, {
        source: { ...mara, port: beside(mara.port) },
        destination: { ...theo, port: beside(theo.port) },
      }),
      datagramOf(receiver, reversed),
    ];
    expect(freeStreams(packets)[0]?.reported).toEqual({ packets: 1000, bytes: 160_000, lost: 5 });
  });
});

describe("keys pressed (RFC 4733)", () => {
  function pressed(event: number, from: number, payloadType = 101) {
    return [400, 800, 1200, 1280, 1280, 1280].map((ticks, index) =>
      datagramOf(
        rtpBytes({
          sequence: from + index,
          timestamp: from * 1000,
          payloadType,
          payload: keyPayload({ event, isEnd: index > 2, ticks }),
        }),
        { at: evening + from * 20_000 + index * 20_000 },
      ),
    );
  }

  const before = speech(10);
  const keys = [...before, ...pressed(5, 110), ...pressed(11, 116)];

  test("a key is told once, with its whole length, however often its end is repeated", () => {
    const [stream] = watched(keys, [announcedBy(7)]).takeStreams(7);
    expect(stream?.digits.map(({ key, milliseconds }) => [key, milliseconds])).toEqual([
      ["5", 160],
      ["#", 160],
    ]);
    expect(stream).toMatchObject({ codec: "PCMU", maxJitterMs: 0 });
  });

  test("keys are heard in a raw stream too, when their packets repeat each other", () => {
    expect(freeStreams(keys)[0]?.digits.map(({ key }) => key)).toEqual(["5", "#"]);
  });

  test("in a raw stream two packets of four bytes are not yet a key", () => {
    expect(freeStreams([...before, ...pressed(5, 110).slice(0, 2)])[0]?.digits).toEqual([]);
  });

  test("four bytes of a codec that is announced as something else are no keys", () => {
    const opus = [...before, ...pressed(5, 110, 111)];
    expect(watched(opus, [announcedBy(7)]).takeStreams(7)[0]?.digits).toEqual([]);
  });

  test("nothing is read from keys that are encrypted", () => {
    const [stream] = watched(keys, [announcedBy(7, { security: "srtp-sdes" })]).takeStreams(7);
    expect(stream?.digits).toEqual([]);
  });

  test("a long key in several segments is one key", () => {
    const segments = [
      { timestamp: 1000, ticks: 0xffff, isEnd: false },
      { timestamp: 1000 + 0xffff, ticks: 800, isEnd: true },
    ].map(({ timestamp, ticks, isEnd }, index) => {
      const payload = keyPayload({ event: 10, isEnd, ticks });
      return datagramOf(rtpBytes({ sequence: 110 + index, timestamp, payloadType: 101, payload }));
    });
    const [stream] = watched([...before, ...segments], [announcedBy(7)]).takeStreams(7);
    expect(stream?.digits).toMatchObject([{ key: "*", milliseconds: Math.round((0xffff + 800) / 8) }]);
  });
});

describe("limits", () => {
  test("streams beyond the limit are left out, and that is told", () => {
    const packets = [1, 2, 3].flatMap((ssrc) => speech(10, () => ({ ssrc })));
    const found = watched(packets, [], { streams: 2 }).end();
    expect(found.streams).toHaveLength(2);
    expect(found.isShortened).toBe(true);
  });

  test("packets that only look like RTP are forgotten, and a stream among them is still found", () => {
    const watch = createMediaWatch({ suspects: 8 });
    speech(40).forEach((packet, index) => {
      watch.datagram(packet);
      watch.datagram(datagramOf(rtpBytes({ sequence: 1, timestamp: 1, ssrc: 5000 + index })));
    });
    expect(watch.end().streams).toMatchObject([{ packets: 40 }]);
  });

  test("announcements beyond the limit are left out, and that is told", () => {
    const watch = watched([], [announcedBy(1), announcedBy(1, { endpoint: mara })], { expectations: 1 });
    expect(watch.end().isShortened).toBe(true);
  });
});
