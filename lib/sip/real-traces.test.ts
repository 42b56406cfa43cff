// Calls made by real SIP software (real-traces/README.md). What is expected was written down from how each call was set
// up, and from another program's reading of the capture.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CallState } from "./call-state";
import type { CallStory, Shape } from "./call-story";
import { bytesOfTrace, readRealTrace } from "./real-traces/test-real-traces";

const mara = "sip:+12025550142@phone.example.test";
const theo = "sip:+12025550163@phone.example.test";
const ines = "sip:+12025550118@phone.example.test";
const inesAtHerPhone = "sip:+12025550118@127.0.0.13:15113";
const [atMara, atTheo, atInes, atEdge, atProxy, atOffice] = [11, 12, 13, 31, 32, 41].map(
  (host) => `127.0.0.${host}`,
) as [string, string, string, string, string, string];

const folder = new URL("real-traces/", import.meta.url);
const captures = readdirSync(folder).flatMap((file) => (file.endsWith(".pcap") ? [file.slice(0, -5)] : []));

/** By tshark: SIP messages and Call-IDs. */
const counts: [name: string, messages: number, calls: number][] = [
  ["attended-transfer", 23, 3],
  ["blind-transfer", 18, 2],
  ["busy", 7, 1],
  ["call-by-ipv6", 6, 1],
  ["call-by-proxy", 13, 1],
  ["call-by-tcp", 18, 3],
  ["caller-asserted", 13, 1],
  ["caller-withheld", 13, 1],
  ["cancelled-while-ringing", 13, 1],
  ["digest-sha-256", 4, 1],
  ["digest-wrong-then-right", 19, 1],
  ["forged-from", 13, 1],
  ["joined-by-third", 12, 2],
  ["middleman-with-link", 13, 2],
  ["middleman-without-link", 12, 2],
  ["nobody-answers", 11, 1],
  ["parallel-forking", 20, 1],
  ["redirect-followed-by-caller", 9, 1],
  ["redirect-followed-by-proxy", 16, 1],
  ["registration-then-call", 17, 2],
  ["scanner-guesses-passwords", 12, 1],
  ["scanner-looks-for-accounts", 16, 8],
  ["scanner-looks-for-servers", 9, 8],
  ["sound-both-ways", 6, 1],
  ["sound-from-elsewhere", 6, 1],
  ["tls-and-srtp", 0, 0],
  ["transfer-by-phones", 18, 2],
  ["unknown-number", 3, 1],
];

test("every capture of real software is counted, and read as another reader counts it", () => {
  expect(counts.map(([name]) => name)).toEqual(captures.sort());
  const read = captures.map((name) => [name, readRealTrace(name).totals]) as [
    string,
    { messages: number; calls: number },
  ][];
  expect(read.map(([name, { messages, calls }]) => [name, messages, calls])).toEqual(counts);
});

type Course = Partial<Pick<CallStory, "state" | "endedBy" | "finalStatus">>;
const talkedUntil = (endedBy: "caller" | "called"): Course => ({
  state: "completed",
  endedBy,
  finalStatus: 200,
});

const courses: [name: string, call: number, course: Course][] = [
  ["call-by-proxy", 1, talkedUntil("caller")],
  ["call-by-tcp", 1, talkedUntil("caller")],
  ["call-by-tcp", 2, talkedUntil("caller")],
  ["call-by-tcp", 3, talkedUntil("caller")],
  ["call-by-ipv6", 1, talkedUntil("caller")],
  ["parallel-forking", 1, talkedUntil("caller")],
  ["cancelled-while-ringing", 1, { state: "cancelled", finalStatus: 487 }],
  ["busy", 1, { state: "busy", finalStatus: 486 }],
  ["unknown-number", 1, { state: "failed", finalStatus: 404 }],
  ["nobody-answers", 1, { state: "unanswered", finalStatus: 408 }],
  ["forged-from", 1, talkedUntil("caller")],
  ["caller-withheld", 1, talkedUntil("caller")],
  ["redirect-followed-by-caller", 1, { state: "completed", endedBy: "caller" }],
  ["redirect-followed-by-proxy", 1, talkedUntil("caller")],
  ["blind-transfer", 1, talkedUntil("called")],
  ["blind-transfer", 2, talkedUntil("caller")],
  ["attended-transfer", 1, talkedUntil("called")],
  ["attended-transfer", 2, talkedUntil("called")],
  ["attended-transfer", 3, talkedUntil("caller")],
  ["transfer-by-phones", 1, talkedUntil("called")],
  ["transfer-by-phones", 2, talkedUntil("caller")],
  ["middleman-without-link", 1, talkedUntil("caller")],
  ["middleman-without-link", 2, talkedUntil("caller")],
  ["middleman-with-link", 1, talkedUntil("caller")],
  ["joined-by-third", 1, talkedUntil("caller")],
  ["digest-wrong-then-right", 1, { state: "completed", endedBy: "caller" }],
  ["registration-then-call", 2, talkedUntil("caller")],
  ["sound-both-ways", 1, talkedUntil("caller")],
  ["sound-from-elsewhere", 1, talkedUntil("caller")],
];

test.each(courses)("%s: how call %i went", (name, call, course) => {
  expect(readRealTrace(name).story(call)).toMatchObject(course);
});

test("the list of calls says the same of a call's end as its story", () => {
  for (const name of captures) {
    const trace = readRealTrace(name);
    const listed = trace.summaries.map(({ number, state }): [number, CallState] => [number, state]);
    expect(listed, name).toEqual(trace.calls.map(({ number }) => [number, trace.story(number).state]));
  }
});

type Expected = {
  [Kind in Shape["kind"]]: { kind: Kind } & Partial<Extract<Shape, { kind: Kind }>>;
}[Shape["kind"]];

/** The shapes of a call, all of them and in any order, each with what is known of it. */
const shapes: [name: string, call: number, shapes: Expected[]][] = [
  ["call-by-proxy", 1, [{ kind: "proxy", hosts: [atProxy] }]],
  ["call-by-tcp", 2, []],
  ["call-by-ipv6", 1, []],
  ["busy", 1, [{ kind: "proxy", hosts: [atProxy] }]],
  ["cancelled-while-ringing", 1, [{ kind: "proxy", hosts: [atProxy] }]],
  ["nobody-answers", 1, [{ kind: "proxy", hosts: [atProxy] }]],
  ["unknown-number", 1, []],
  ["forged-from", 1, [{ kind: "proxy", hosts: [atEdge] }]],
  [
    "parallel-forking",
    1,
    [
      { kind: "proxy", hosts: [atProxy] },
      {
        kind: "forking",
        at: atProxy,
        branches: [
          { host: atMara, uri: "sip:mara-desk@desk.example.test", status: 200, isPicked: true },
          {
            host: atInes,
            uri: "sip:mara-mobile@mobile.example.test",
            status: 487,
            isPicked: false,
            isCancelled: true,
          },
        ],
      },
    ],
  ],
  [
    "redirect-followed-by-caller",
    1,
    [
      {
        kind: "redirect",
        status: 302,
        from: mara,
        targets: [inesAtHerPhone],
        server: atMara,
        called: [inesAtHerPhone],
      },
      { kind: "forwarding", from: [mara], to: inesAtHerPhone, reason: "unconditional", header: "Diversion" },
    ],
  ],
  [
    "redirect-followed-by-proxy",
    1,
    [
      { kind: "proxy", hosts: [atProxy] },
      // RFC 3261 section 16.6: one branch after the other is forking too.
      {
        kind: "forking",
        at: atProxy,
        branches: [
          { host: atMara, uri: mara, status: 302, isPicked: false },
          { host: atInes, uri: inesAtHerPhone, status: 200, isPicked: true },
        ],
      },
      {
        kind: "redirect",
        status: 302,
        from: mara,
        targets: [inesAtHerPhone],
        server: atMara,
        called: [inesAtHerPhone],
      },
      { kind: "forwarding", from: [mara], to: inesAtHerPhone, reason: "unconditional", header: "Diversion" },
      { kind: "forwarding", from: [mara], to: inesAtHerPhone, header: "History-Info" },
    ],
  ],
  [
    "blind-transfer",
    1,
    [
      {
        kind: "transfer",
        isAttended: false,
        transferrer: mara,
        transferee: theo,
        target: ines,
        outcome: "completed",
      },
    ],
  ],
  [
    "blind-transfer",
    2,
    [
      {
        kind: "transfer",
        isAttended: false,
        transferrer: mara,
        transferee: theo,
        target: ines,
        outcome: "completed",
      },
    ],
  ],
  [
    "attended-transfer",
    1,
    [
      {
        kind: "transfer",
        isAttended: true,
        transferrer: mara,
        transferee: theo,
        target: ines,
        outcome: "completed",
      },
    ],
  ],
  [
    "transfer-by-phones",
    1,
    [
      {
        kind: "transfer",
        isAttended: false,
        transferrer: "sip:+12025550142@127.0.0.11:15111",
        transferee: "sip:+12025550163@127.0.0.12:15112",
        target: inesAtHerPhone,
        outcome: "completed",
      },
    ],
  ],
  ["middleman-without-link", 1, [{ kind: "b2bua", host: atOffice, incoming: 1, outgoing: 2 }]],
  ["joined-by-third", 1, [{ kind: "third-party-control", controller: "127.0.0.51" }]],
  [
    "digest-wrong-then-right",
    1,
    [
      { kind: "proxy", hosts: [atProxy] },
      { kind: "digest", host: atProxy, algorithm: "MD5", username: "theo", outcome: "accepted" },
    ],
  ],
  [
    "digest-sha-256",
    1,
    [
      {
        kind: "registration",
        registrar: atProxy,
        address: theo,
        contacts: ["sip:theo@127.0.0.12:15112;transport=UDP"],
        outcome: "registered",
      },
      { kind: "digest", host: atProxy, algorithm: "SHA-256", username: "theo", outcome: "accepted" },
    ],
  ],
  // baresip writes the Route to its outbound proxy itself.
  [
    "registration-then-call",
    1,
    [
      { kind: "proxy", hosts: [atProxy], isOutbound: true },
      { kind: "registration", registrar: atProxy, address: mara, outcome: "removed" },
    ],
  ],
  ["registration-then-call", 2, [{ kind: "proxy", hosts: [atProxy] }]],
  ["sound-both-ways", 1, []],
];

test.each(shapes)("%s: what call %i looks like", (name, call, expected) => {
  const told = readRealTrace(name).story(call).shapes;
  const order = (kinds: { kind: string }[]) => [...kinds].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(order(told).map(({ kind }) => kind)).toEqual(order(expected).map(({ kind }) => kind));
  expect(order(told)).toMatchObject(order(expected));
});

test("kamailio's topology hiding is a proxy to the eye of each leg and a middleman to the eye of both", () => {
  const told = readRealTrace("middleman-with-link").story(1).shapes;
  const [middleman] = told.filter((shape) => shape.kind === "b2bua");
  expect(middleman).toMatchObject({ host: atOffice, incoming: 1, outgoing: 2 });
  expect(middleman?.evidence).toEqual(expect.arrayContaining(["session-id", "linked-call-id"]));
});

test("legs without a linking header are joined by what they share, with a lower score than legs that name each other", () => {
  const linkOf = (name: string) => readRealTrace(name).calls[0]?.legs.find(({ call }) => call === 2);
  const [with_, without] = [linkOf("middleman-with-link"), linkOf("middleman-without-link")];
  const kinds = without?.evidence.map(({ kind }) => kind) ?? [];
  expect(kinds).toEqual(expect.arrayContaining(["same-called-number", "same-caller-number"]));
  expect(kinds).not.toEqual(expect.arrayContaining(["session-id"]));
  expect(kinds).not.toEqual(expect.arrayContaining(["linked-call-id"]));
  expect(without?.score).toBeGreaterThan(0.5);
  expect(without?.score).toBeLessThan(with_?.score ?? 0);
  expect(with_?.score).toBeLessThan(1.000001);
});

test("calls that are made at the same time between the same hosts are not legs of one another", () => {
  expect(readRealTrace("call-by-tcp").calls.map(({ legs }) => legs)).toEqual([[], [], []]);
});

type Named = [role: CallStory["parties"][number]["role"], uri: string, host?: string];

/** Parties that the story must name; it may name more. */
const parties: [name: string, call: number, parties: Named[]][] = [
  [
    "call-by-proxy",
    1,
    [
      ["caller", theo, atTheo],
      ["called", mara, atMara],
    ],
  ],
  [
    "forged-from",
    1,
    [
      ["caller", "sip:+12025550100@bank.example.test", "127.0.0.21"],
      ["called", mara, atMara],
    ],
  ],
  ["caller-withheld", 1, [["caller", "sip:anonymous@anonymous.invalid", "127.0.0.21"]]],
  [
    "redirect-followed-by-caller",
    1,
    [
      ["caller", theo, atTheo],
      ["redirect-target", inesAtHerPhone, atInes],
    ],
  ],
  [
    "redirect-followed-by-proxy",
    1,
    [
      ["redirect-target", inesAtHerPhone, atInes],
      ["called", mara, atMara],
    ],
  ],
  [
    "blind-transfer",
    1,
    [
      ["transferrer", mara, atMara],
      ["transferee", theo, atTheo],
      ["transfer-target", ines, atInes],
    ],
  ],
  [
    "blind-transfer",
    2,
    [
      ["transferrer", mara, atMara],
      ["transferee", theo, atTheo],
      ["transfer-target", ines, atInes],
    ],
  ],
  [
    "attended-transfer",
    1,
    [
      ["transferrer", mara, atMara],
      ["transferee", theo, atTheo],
      ["transfer-target", ines, atInes],
    ],
  ],
  [
    "transfer-by-phones",
    1,
    [
      ["transferrer", "sip:+12025550142@127.0.0.11:15111", atMara],
      ["transferee", "sip:+12025550163@127.0.0.12:15112", atTheo],
      ["transfer-target", inesAtHerPhone, atInes],
    ],
  ],
  [
    "middleman-without-link",
    1,
    [
      ["caller", theo, atTheo],
      ["called", "sip:+12025550142@127.0.0.11:15111", atMara],
    ],
  ],
  [
    "middleman-with-link",
    2,
    [
      ["caller", theo, atTheo],
      ["called", mara, atMara],
    ],
  ],
];

test.each(parties)("%s: who takes part in call %i, and from where", (name, call, expected) => {
  const told = readRealTrace(name).story(call).parties;
  for (const [role, uri, host] of expected) {
    expect(told).toContainEqual(
      expect.objectContaining({ role, uri, ...(host && { host: expect.stringMatching(atOrAlone(host)) }) }),
    );
  }
});

/** A column is an address, or address:port where the address plays two parts. */
const atOrAlone = (host: string) => new RegExp(`^${host.replaceAll(".", "\\.")}(:\\d+)?$`);

test("the middleman of two legs is named as a third party by where it stands", () => {
  for (const name of ["middleman-without-link", "middleman-with-link"]) {
    const { parties, hosts } = readRealTrace(name).story(1);
    expect(parties, name).toContainEqual(expect.objectContaining({ role: "middleman", host: atOffice }));
    expect(hosts, name).toContainEqual(expect.objectContaining({ id: atOffice, role: "b2bua" }));
  }
});

const roles: [name: string, roles: Record<string, string>][] = [
  ["call-by-proxy", { [atTheo]: "caller", [atProxy]: "proxy", [atMara]: "called" }],
  ["redirect-followed-by-caller", { [atTheo]: "caller", [atMara]: "redirect-server", [atInes]: "target" }],
  ["digest-sha-256", { [atTheo]: "caller", [atProxy]: "registrar" }],
  ["scanner-looks-for-accounts", { "127.0.0.1": "scanner", [atProxy]: "registrar" }],
];

test.each(roles)("%s: what part each host plays", (name, expected) => {
  const { hosts } = readRealTrace(name).story(1);
  expect(Object.fromEntries(hosts.map(({ id, role }) => [id, role]))).toEqual(expected);
});

describe("scanners", () => {
  const scans: [name: string, kind: string, host: string][] = [
    ["scanner-looks-for-servers", "probe", "127.0.0.66"],
    ["scanner-looks-for-accounts", "registration", "127.0.0.1"],
    ["scanner-guesses-passwords", "registration", "127.0.0.1"],
  ];

  test.each(scans)("%s: every call of it is one, and says by what it shows", (name, kind, host) => {
    const trace = readRealTrace(name);
    for (const call of trace.calls) {
      expect(call.kind).toBe(kind);
      const scanner = trace.story(call.number).shapes.find((shape) => shape.kind === "scanner");
      expect(scanner).toMatchObject({ host });
      expect(scanner?.signs).not.toEqual([]);
    }
  });

  test("a guessed password shows: the last attempt was let in", () => {
    const { shapes } = readRealTrace("scanner-guesses-passwords").story(1);
    expect(shapes).toContainEqual(
      expect.objectContaining({ kind: "digest", username: "1001", algorithm: "MD5", outcome: "accepted" }),
    );
  });

  test("an account that the scanner only found shows as an unanswered question for a password", () => {
    const trace = readRealTrace("scanner-looks-for-accounts");
    const asked = trace.calls.filter(({ messages }) => messages.some(({ text }) => text.includes(" 401 ")));
    expect(asked).toHaveLength(2);
    for (const { number } of asked) {
      expect(trace.story(number).shapes).toContainEqual(
        expect.objectContaining({ kind: "digest", outcome: "unanswered" }),
      );
    }
  });
});

describe("sound", () => {
  test("both directions of a call are counted and measured, and the keys pressed are read", () => {
    const { calls, story } = readRealTrace("sound-both-ways");
    const [fromMara, fromTheo] = [15510, 15534].map((port) =>
      calls[0]?.streams.find(({ source }) => source.port === port),
    );
    expect(fromMara).toMatchObject({ codec: "PCMU", clockRate: 8000, packets: 191, lost: 0, digits: [] });
    expect(fromTheo).toMatchObject({ codec: "PCMU", packets: 227, lost: 0 });
    expect(fromTheo?.digits.map(({ key }) => key).join("")).toBe("47#");
    expect(fromMara?.maxJitterMs).toBeCloseTo(1.868, 1);
    expect(fromTheo?.gaps).toEqual([]);
    const [path] = story(1).media;
    expect(path).toMatchObject({ kind: "audio", direction: "both", unannounced: [] });
    expect(path?.announced.map(({ port }) => port).sort()).toEqual([15510, 15534]);
    expect(
      story(1).security.every(({ media, signalling }) => media === "none" && signalling === "none"),
    ).toBe(true);
  });

  test("sound from an address that nobody announced is told as such", () => {
    const told = readRealTrace("sound-from-elsewhere").story(1);
    expect(told.media[0]?.unannounced.sort()).toEqual(["127.0.0.1:15510", "127.0.0.1:15532"]);
    expect(told.findings.map(({ code }) => code)).toContain("MEDIA_FROM_UNANNOUNCED_ADDRESS");
  });

  test("behind TLS no call is read, and what protects it is recognised with its certificate", () => {
    const { totals } = readRealTrace("tls-and-srtp");
    const tls = totals.sightings.find(({ protocol }) => protocol === "tls");
    const details = Object.fromEntries((tls?.details ?? []).map(({ name, value }) => [name, value]));
    expect(details["version"]).toContain("1.2");
    expect(details["certificate-subject"]).toContain("mara.example.test");
    expect(details["certificate-issuer"]).toContain("mara.example.test");
    expect(details["certificate-names"]).toContain("mara.example.test");
    const packets = totals.streams.map(({ packets }) => packets).sort();
    expect(packets).toEqual([123, 125]);
    const isSeenSecured =
      totals.sightings.some(({ protocol }) => protocol === "srtp") ||
      totals.streams.every(({ security }) => security === "srtp-sdes");
    expect(isSeenSecured).toBe(true);
  });
});

test("IPv6 keeps its address, and one address with two ports is two columns", () => {
  const { hosts, parties } = readRealTrace("call-by-ipv6").story(1);
  expect(hosts.map(({ address, ports, role }) => [address, ports, role])).toEqual([
    ["::1", [15112], "caller"],
    ["::1", [15111], "called"],
  ]);
  expect(new Set(parties.map(({ host }) => host)).size).toBe(2);
});

/** Scanners write oddly; everything else here is what well-known software writes on an ordinary day. */
const ordinary = captures.filter((name) => !name.startsWith("scanner-"));

test.each(ordinary)("%s: nothing that ordinary software writes is called broken", (name) => {
  const { calls, totals, story } = readRealTrace(name);
  expect(totals.captureFindings).toEqual([]);
  expect(totals.unreadable).toBe(0);
  const broken = calls.flatMap(({ number }) => {
    const { messages, findings } = story(number);
    return [...findings, ...messages.flatMap(({ read }) => read.findings)].filter(
      ({ weight }) => weight === "broken",
    );
  });
  expect(broken).toEqual([]);
});

const clean = [
  "call-by-proxy",
  "call-by-tcp",
  "call-by-ipv6",
  "caller-asserted",
  "parallel-forking",
  "sound-both-ways",
];

test.each(clean)("%s: a clean call raises no alarm", (name) => {
  const { calls, story } = readRealTrace(name);
  for (const { number } of calls) {
    expect(story(number).findings.filter(({ weight }) => weight !== "note")).toEqual([]);
    expect(
      story(number).messages.flatMap(({ read }) => read.findings.filter(({ weight }) => weight === "odd")),
    ).toEqual([]);
  }
});

test("a small capture is read and its calls are told in milliseconds", () => {
  // Of the processor, for the machine may have other work.
  const millisecondsOf = (name: string) => {
    const startedAt = process.cpuUsage();
    readRealTrace(name).story(1);
    const { user, system } = process.cpuUsage(startedAt);
    return (user + system) / 1000;
  };
  for (const name of captures.filter((name) => bytesOfTrace(name).length < 20_000)) {
    // The best of ten: the first runs are the compiler's.
    const best = Math.min(...Array.from({ length: 10 }, () => millisecondsOf(name)));
    expect(best, name).toBeLessThan(20);
  }
});
