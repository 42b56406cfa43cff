import { describe, expect, test } from "vitest";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { CallStory, Shape } from "../call-story";
import { b2buaCall, middleman } from "../scenario/b2bua-call";
import { callScenario } from "../scenario/call-scenario";
import { aCalled, aCaller, anEdge } from "../scenario/cast";
import { digestCall } from "../scenario/digest-call";
import { forkedCall } from "../scenario/forked-call";
import { inTime, type ScenarioMessage } from "../scenario/script";
import { attendedTransfer } from "../scenario/transferred-call";
import { withRepeats } from "../scenario/with-repeats";
import { callsOf } from "../test-messages";
import { tellCall } from "./tell-call";

function storyOf(messages: ScenarioMessage[], streams: RtpStream[] = []): CallStory {
  const [call, ...legs] = callsOf(messages).calls;
  if (!call) throw new Error("The scenario gave no call");
  return tellCall({ ...call, streams }, legs);
}

const codesOf = (story: CallStory) => story.findings.map(({ code }) => code);

describe("the course of a call", () => {
  test("is told with its times and who ended it", () => {
    const story = storyOf(callScenario({ hangsUp: "called" }));
    const [startedAt = 0, answeredAt = 0, endedAt = 0] = [story.startedAt, story.answeredAt, story.endedAt];
    expect(story).toMatchObject({
      state: "completed",
      endedBy: "called",
      finalStatus: 200,
      hasEarlyMedia: false,
    });
    expect([answeredAt - startedAt, endedAt - startedAt]).toEqual([4_000_000, 14_000_000]);
  });

  test("a description before the answer is early media", () => {
    expect(storyOf(callScenario({ hasEarlyMedia: true })).hasEarlyMedia).toBe(true);
  });

  test("repeats are told as such, and change nothing else", () => {
    const plain = storyOf(callScenario({ servers: [anEdge] }));
    const repeated = storyOf(withRepeats(callScenario({ servers: [anEdge] })));
    const repeats = repeated.messages.filter((message) => message.repeats !== undefined);
    expect(repeated.messages.length - plain.messages.length).toBe(repeats.length);
    expect(repeated.shapes.map(({ kind }) => kind)).toEqual(plain.shapes.map(({ kind }) => kind));
    expect(repeated.state).toBe(plain.state);
    for (const { repeats: first, seen } of repeats) {
      expect(repeated.messages.find(({ number }) => number === first)?.seen.text).toBe(seen.text);
    }
  });

  test("the same message on two hops is no repeat", () => {
    const story = storyOf(callScenario({ servers: [anEdge] }));
    expect(story.messages.filter(({ repeats }) => repeats !== undefined)).toEqual([]);
  });
});

describe("hosts and parties", () => {
  test("each host has its part", () => {
    const story = storyOf(forkedCall());
    expect(story.hosts.map(({ id, role }) => [id, role])).toEqual([
      ["192.0.2.10", "caller"],
      ["198.51.100.5", "proxy"],
      ["203.0.113.31", "called"],
      ["203.0.113.32", "called"],
    ]);
  });

  test("an address that calls itself plays two parts, and each port is a column", () => {
    const here = (port: number) => ({ address: "127.0.0.1", port });
    const story = storyOf(
      callScenario({ caller: { ...aCaller, place: here(5070) }, called: { ...aCalled, place: here(5060) } }),
    );
    expect(story.hosts.map(({ id, role }) => [id, role])).toEqual([
      ["127.0.0.1:5070", "caller"],
      ["127.0.0.1:5060", "called"],
    ]);
  });

  test("without addresses, as in a log, the columns come from Via and the request's URI", () => {
    const [call] = callsOf(callScenario({ servers: [anEdge] })).calls;
    const messages = (call?.messages ?? []).map(({ source: _, destination: __, ...seen }) => seen);
    const story = tellCall({ ...(call as NonNullable<typeof call>), messages });
    expect(story.hosts.map(({ id }) => id)).toContain("192.0.2.10");
    expect(story.state).toBe("completed");
  });

  test("a middleman's call names all three: caller, middleman, called", () => {
    const story = storyOf(b2buaCall());
    expect(story.hosts.find(({ role }) => role === "b2bua")?.id).toBe(middleman.address);
    const roles = story.parties.map(({ role, host }) => [role, host]);
    expect(roles).toContainEqual(["caller", "192.0.2.10"]);
    expect(roles).toContainEqual(["middleman", "198.51.100.60"]);
    expect(story.parties.map(({ role }) => role)).toContain("called");
  });

  test("a transfer names who sends on, who is sent on, and to whom", () => {
    const roles = Object.fromEntries(
      storyOf(attendedTransfer()).parties.map(({ role, host }) => [role, host]),
    );
    expect(roles).toMatchObject({
      transferrer: "203.0.113.30",
      transferee: "192.0.2.10",
      "transfer-target": "203.0.113.77",
    });
  });

  test("a server that passes on what the far end says of itself does not say it of itself", () => {
    const answerHeaders = [["Server", "Deskphone 9"]] as const;
    const story = storyOf(callScenario({ servers: [anEdge], answerHeaders }));
    expect(story.hosts.map(({ software }) => software)).toEqual([["Softphone 3.1"], [], ["Deskphone 9"]]);
  });
});

describe("findings of a whole call", () => {
  test.each([
    ["a straight call", callScenario()],
    ["a call through a proxy", callScenario({ servers: [anEdge] })],
    ["a call that is not answered", callScenario({ outcome: "no-answer", servers: [anEdge] })],
    ["a call that rings in two places", forkedCall()],
    ["a call with a password", digestCall()],
    ["a call with repeats", withRepeats(callScenario({ servers: [anEdge] }))],
    ["a transfer", attendedTransfer()],
    ["a middleman's call", b2buaCall()],
  ])("%s raises no alarm", (_, messages) => {
    for (const { number } of callsOf(messages).calls) {
      const { calls } = callsOf(messages);
      const asked = calls.find((call) => call.number === number);
      if (asked)
        expect(tellCall(asked, calls).findings.filter(({ weight }) => weight !== "note")).toEqual([]);
    }
  });

  test("a call without its beginning or its end says so, and no more", () => {
    const messages = callScenario();
    expect(codesOf(storyOf(messages.slice(1)))).toEqual(["CALL_BEGINS_BEFORE_TRACE"]);
    expect(codesOf(storyOf(messages.slice(0, 4)))).toEqual(["CALL_GOES_ON_AFTER_TRACE"]);
  });

  test.each([
    [
      "BYE_WITHOUT_DIALOG",
      (text: string) => (text.startsWith("BYE") ? text.replace(/tag=\w+/, "tag=stranger") : text),
    ],
    [
      "TAG_CHANGED",
      (text: string) => (text.startsWith("SIP/2.0 180") ? text.replace(/tag=\w+/, "tag=x") : text),
    ],
    ["ACK_MISSING", (text: string) => (text.startsWith("ACK") ? "" : text)],
    ["REQUEST_UNANSWERED", (text: string) => (/^SIP|^ACK|^BYE/.test(text) ? "" : text)],
    ["RESPONSE_WITHOUT_REQUEST", (text: string) => (text.startsWith("BYE") ? "" : text)],
  ])("%s is noticed, and shows at a message", (code, change) => {
    const later = callScenario({ callId: "later", startedAt: callScenario().at(-1)?.at ?? 0 });
    const spoilt = callScenario().map((message) => ({ ...message, text: change(message.text) }));
    const keepAlive = { ...(later[0] as ScenarioMessage), at: (later[0]?.at ?? 0) + 60_000_000 };
    const [call, ...rest] = callsOf([...spoilt.filter(({ text }) => text !== ""), keepAlive]).calls;
    const found = tellCall(call as NonNullable<typeof call>, rest).findings.find((one) => one.code === code);
    expect(found?.weight).toBe("odd");
    expect(found?.message).toBeGreaterThan(0);
  });

  test("one Call-ID for two callers is noticed", () => {
    const again = callScenario({ callId: "same", startedAt: callScenario().at(-1)?.at ?? 0 }).map(
      (message) => ({
        ...message,
        text: message.text
          .replaceAll("+12025550143", "+12025550166")
          .replaceAll("CSeq: 1", "CSeq: 7")
          .replaceAll("CSeq: 2", "CSeq: 8"),
      }),
    );
    expect(codesOf(storyOf(inTime([...callScenario({ callId: "same" }), ...again])))).toContain(
      "CALL_ID_REUSED",
    );
  });
});

describe("sound", () => {
  const end = { startedAt: 0, endedAt: 1, payloadTypes: [0], packets: 400, payloadBytes: 1, lost: 0 };
  const rest = { duplicates: 0, outOfOrder: 0, gaps: [], digits: [], ssrc: 1 };
  const stream = (source: RtpStream["source"], destination: RtpStream["destination"]): RtpStream => ({
    ...end,
    ...rest,
    startedAt: 1e18,
    source,
    destination,
  });
  const there = stream(aCaller.media, aCalled.media);
  const back = stream(aCalled.media, aCaller.media);
  const strange = stream({ address: "192.0.2.222", port: 17_500 }, aCalled.media);

  test("both ways from where it was announced is clean", () => {
    const story = storyOf(callScenario(), [there, back]);
    expect(story.media).toMatchObject([
      { kind: "audio", direction: "both", unannounced: [], streams: [0, 1] },
    ]);
    expect(story.findings).toEqual([]);
  });

  test("one way only is odd where both announced both ways", () => {
    expect(codesOf(storyOf(callScenario(), [there]))).toEqual(["ONE_WAY_MEDIA"]);
  });

  test("no sound in the trace says nothing of the call", () => {
    const story = storyOf(callScenario());
    expect(story.media[0]?.direction).toBe("unknown");
    expect(story.findings).toEqual([]);
  });

  test("from an address that nobody named is odd, and is named", () => {
    const story = storyOf(callScenario(), [strange, back]);
    expect(story.media[0]?.unannounced).toEqual(["192.0.2.222:17500"]);
    expect(codesOf(story)).toContain("MEDIA_FROM_UNANNOUNCED_ADDRESS");
  });
});

describe("a long call", () => {
  /** A call that is answered anew again and again: each time the same messages with another number and description. */
  const calls = callsOf(
    inTime(
      Array.from({ length: 40 }, (_, time) =>
        callScenario({ callId: "long", servers: [anEdge], hasEarlyMedia: true }).map((message) => ({
          ...message,
          at: message.at + time * 60_000_000,
          text: message.text
            .replaceAll("branch=z9hG4bK", `branch=z9hG4bK${time}x`)
            .replace(/^CSeq: (\d+)/m, (_, cseq) => `CSeq: ${Number(cseq) + time * 10}`)
            .replace(/^o=(\S+) (\d+)/m, `o=$1 ${time}`),
        })),
      ).flat(),
    ),
  ).calls;

  test("of 500 messages is told in 300 ms of the processor", () => {
    const [call] = calls as [NonNullable<(typeof calls)[0]>];
    expect(call.messages.length).toBeGreaterThan(450);
    const took = Array.from({ length: 3 }, () => {
      const begun = process.cpuUsage();
      tellCall(call);
      return process.cpuUsage(begun).user / 1000;
    });
    expect(Math.min(...took)).toBeLessThan(300);
  });

  test("told with twenty legs takes no longer than its messages do", () => {
    const [call] = calls as [NonNullable<(typeof calls)[0]>];
    const legs = Array.from({ length: 20 }, (_, place) => ({
      ...call,
      number: place + 2,
      messages: call.messages.map((seen) => ({ ...seen, number: seen.number + (place + 1) * 1_000 })),
    }));
    const begun = process.cpuUsage();
    expect(tellCall(call, legs).messages.length).toBe(21 * call.messages.length);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(21 * 300);
  });
});

test("a story can be told of anything, however broken", () => {
  const texts = [
    "",
    "x",
    "INVITE\r\n\r\n",
    "SIP/2.0 200\r\nVia: ;branch=\r\n\r\n",
    "BYE sip:a SIP/2.0\r\nCSeq: x\r\n\r\n",
  ];
  const messages = texts.map((text, index) => ({
    ...(callScenario()[0] as ScenarioMessage),
    at: index,
    text,
  }));
  const { calls } = callsOf(messages.map((message) => ({ ...message, text: `${message.text}SIP/2.0` })));
  for (const call of calls) expect(tellCall(call, calls).calls.length).toBe(calls.length);
  const shapes: Shape[] = calls.flatMap((call) => tellCall(call).shapes);
  expect(shapes.every(({ messages }) => Array.isArray(messages))).toBe(true);
});
