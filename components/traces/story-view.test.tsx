import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CallStory, Shape } from "@/lib/sip/call-story";
import { buildStory, START } from "@/lib/sip/ladder-builders";
import { HopTable } from "./hop-table";
import { StoryView } from "./story-view";

function said(changed: Partial<CallStory>): string {
  const story = buildStory([{ line: "A>B INVITE", after: 0 }], changed);
  return plain(<StoryView story={story} zone="Asia/Kathmandu" />);
}

function plain(drawn: ReactElement): string {
  const html = renderToStaticMarkup(drawn);
  return html
    .replace(/<\/?span[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

const [mara, theo, ines] = ["sip:mara@example.com", "sip:theo@example.com", "sip:ines@example.com"];
const messages = [1];

const shapes: [Shape, string][] = [
  [
    {
      kind: "redirect",
      messages,
      status: 302,
      from: mara,
      targets: [theo, ines],
      server: "192.0.2.5",
      called: [ines],
    },
    `Then ${ines} was called`,
  ],
  [
    { kind: "redirect", messages, status: 302, from: mara, targets: [theo] },
    "A place that the trace does not show",
  ],
  [{ kind: "proxy", messages, hosts: ["192.0.2.5"], isOutbound: false }, "passed through 192.0.2.5"],
  [{ kind: "proxy", messages, hosts: ["192.0.2.5"], isOutbound: true }, "as its way out"],
  [
    {
      kind: "forking",
      messages,
      at: "192.0.2.5",
      branches: [
        { uri: mara, isPicked: true, status: 200 },
        { uri: theo, isPicked: false, isCancelled: true },
        { uri: ines, isPicked: false, status: 486 },
      ],
    },
    `${mara} picked up; ${theo} was rung until`,
  ],
  [
    {
      kind: "transfer",
      messages,
      isAttended: false,
      transferrer: mara,
      transferee: theo,
      target: ines,
      outcome: "completed",
      connections: [{ from: theo, to: ines, call: 2 }],
    },
    `${theo} was connected with ${ines} (call 2)`,
  ],
  [
    {
      kind: "transfer",
      messages,
      isAttended: true,
      transferrer: mara,
      transferee: theo,
      target: ines,
      outcome: "failed",
    },
    "spoke to sip:ines@example.com first",
  ],
  [
    {
      kind: "b2bua",
      messages,
      incoming: 1,
      outgoing: 2,
      score: 0.83,
      evidence: ["session-id", "near-in-time"],
    },
    "Inferred, not certain",
  ],
  [
    {
      kind: "b2bua",
      messages,
      host: "192.0.2.5",
      incoming: 1,
      outgoing: 2,
      score: 1,
      evidence: [],
      caller: mara,
      middleman: theo,
      called: ines,
    },
    "The two outer sides saw only the middleman",
  ],
  [
    { kind: "third-party-control", messages, controller: "192.0.2.5", sides: [mara, theo] },
    "did not call each other",
  ],
  [
    {
      kind: "registration",
      messages,
      registrar: "192.0.2.5",
      address: mara,
      contacts: [],
      outcome: "removed",
    },
    "no address",
  ],
  [
    {
      kind: "registration",
      messages,
      registrar: "192.0.2.5",
      address: mara,
      contacts: [theo],
      outcome: "registered",
    },
    theo,
  ],
  [{ kind: "forwarding", messages, from: [mara], to: theo, header: "Diversion" }, "was forwarded before"],
  [
    { kind: "forwarding", messages, from: [mara], to: theo, reason: "no-answer", header: "History-Info" },
    "because “ no-answer ”",
  ],
  [{ kind: "gateway", messages, hints: ["trunk-group"] }, "it names a trunk group"],
  [{ kind: "scanner", messages, host: "192.0.2.5", signs: ["many-refusals", "sipvicious"] }, "sipvicious"],
  [
    { kind: "digest", messages, host: "192.0.2.5", algorithm: "MD5", outcome: "refused" },
    "by digest ( MD5 )",
  ],
  [
    {
      kind: "digest",
      messages,
      host: "192.0.2.5",
      algorithm: "SHA-256",
      username: "mara",
      outcome: "accepted",
    },
    "for the name “ mara ”",
  ],
];

test.each(shapes)("a shape is told in words: %o", (shape, words) => {
  expect(said({ shapes: [shape] })).toContain(words);
});

test("what is only inferred is never told as certain", () => {
  const b2bua = { kind: "b2bua", messages, incoming: 1, outgoing: 2, score: 1, evidence: [] } as const;
  expect(said({ shapes: [{ ...b2bua, evidence: [] }] })).toContain("Inferred, not certain");
});

test("a time stands in the zone of the case with its offset, and in UTC to the microsecond", () => {
  expect(said({ startedAt: START + 120_456 })).toContain(
    "3 March 2026, 04:00:00.120 (+05:45); in UTC 2026-03-02T22:15:00.120456Z",
  );
});

test("a time that no calendar has is shown as the number that it is", () => {
  expect(said({ startedAt: 9e22 })).toContain("cannot be read");
});

test("protection, log-in and certificates of a hop are told", () => {
  const hop = { from: "192.0.2.1", to: "192.0.2.2", signalling: "tls", media: "srtp-sdes" } as const;
  const certificate = { subject: "CN=a", isClient: true };
  const words = plain(
    <HopTable hops={[{ ...hop, digest: "SHA-256", certificate, hasPreSharedKey: true }]} />,
  );
  expect(words).toContain("Encrypted (TLS)");
  expect(words).toContain("Certificate of the calling side: CN=a");
  expect(words).toContain("A key that both sides had before");
});

test("sound from an unannounced place is told", () => {
  const media = [
    {
      kind: "audio",
      announced: [{ address: "192.0.2.1", port: 6000, message: 1 }],
      streams: [],
      direction: "one" as const,
      unannounced: ["203.0.113.9"],
    },
  ];
  expect(said({ media })).toContain("Sound came from 203.0.113.9 , which no message had announced");
});
