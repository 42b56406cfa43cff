import { describe, expect, test } from "vitest";
import { b2buaCall, legMarks, middleman } from "./scenario/b2bua-call";
import { callScenario } from "./scenario/call-scenario";
import { aCalled, aCaller, type Peer, peer } from "./scenario/cast";
import { inTime, SCENARIO_START, type ScenarioMessage } from "./scenario/script";
import { thirdPartyControl } from "./scenario/third-party-control";
import { attendedTransfer, blindTransfer } from "./scenario/transferred-call";
import { callsOf } from "./test-messages";

/** "1-2" for each pair of calls that were joined. */
function joined(messages: ScenarioMessage[]): string[] {
  return callsOf(inTime(messages)).calls.flatMap(({ number, legs }) =>
    legs.filter(({ direction }) => direction === "after").map(({ call }) => `${number}-${call}`),
  );
}

type Leg = { from: Peer; to: Peer; at: number; ring?: number; talk?: number; callId: string; caller?: Peer };

/** One call of a made-up chain; times in seconds. */
function leg({ from, to, at, ring = 4, talk = 10, callId, caller }: Leg): ScenarioMessage[] {
  const shown = caller ? { ...caller, place: from.place, media: from.media } : from;
  return callScenario({
    caller: shown,
    called: to,
    callId,
    startedAt: SCENARIO_START + at * 1_000_000,
    ringSeconds: ring,
    talkSeconds: talk,
  });
}

const exchange = peer("198.51.100.60", {
  user: "+12025550177",
  media: { address: "198.51.100.60", port: 41_000 },
});
const stranger = peer("192.0.2.99", { user: "+12025550199" });
const other = peer("192.0.2.55", { user: "+12025550155" });

describe("calls through a back-to-back user agent", () => {
  test.each(legMarks)("are joined when their mark is: %s", (mark) => {
    expect(joined(b2buaCall({ mark }))).toEqual(["1-2"]);
  });

  test("are joined when the number is hidden on the far side, by what happens in step", () => {
    const hidden = { ...aCaller, user: "anonymous", domain: "anonymous.invalid" };
    const messages = [
      ...leg({ from: aCaller, to: exchange, at: 0, ring: 4.02, callId: "in" }),
      ...leg({ from: exchange, to: aCalled, at: 0.05, ring: 3.95, talk: 10, callId: "out", caller: hidden }),
    ];
    expect(joined(messages)).toEqual(["1-2"]);
  });

  test("are joined over three legs, each to the next", () => {
    const second = peer("198.51.100.61", {
      user: "+12025550177",
      media: { address: "198.51.100.61", port: 42_000 },
    });
    const messages = [
      ...leg({ from: aCaller, to: exchange, at: 0, ring: 4.04, callId: "a" }),
      ...leg({ from: exchange, to: second, at: 0.03, ring: 4, callId: "b", caller: aCaller }),
      ...leg({ from: second, to: aCalled, at: 0.06, ring: 3.96, callId: "c", caller: aCaller }),
    ];
    expect(joined(messages)).toEqual(["1-2", "2-3"]);
  });

  test("are always a guess with a score, and say by what", () => {
    const [incoming] = callsOf(b2buaCall({ mark: "x-call-id" })).calls;
    const [link] = incoming?.legs ?? [];
    expect(link?.score).toBeLessThanOrEqual(1);
    expect(link?.evidence.map(({ kind }) => kind)).toContain("linked-call-id");
    expect(link?.evidence).toContainEqual({ kind: "shared-host", value: middleman.address });
  });

  test("are joined by a Call-ID in a private header, long after the first began", () => {
    const mark = { headers: [["X-Original-Call", "in@192.0.2.10"]] as const };
    const later = callScenario({
      caller: stranger,
      callId: "out",
      startedAt: SCENARIO_START + 400_000_000,
      ...mark,
    });
    const [first] = callScenario({ callId: "in@192.0.2.10", talkSeconds: 900 });
    const answered = callScenario({ callId: "in@192.0.2.10", talkSeconds: 900 }).slice(1);
    expect(joined([first as ScenarioMessage, ...answered, ...later])).toEqual(["1-2"]);
  });

  test("pair up rightly when two callers reach one number through one exchange at once", () => {
    const messages = [
      ...leg({ from: aCaller, to: exchange, at: 0, ring: 4.04, callId: "in-one" }),
      ...leg({ from: other, to: exchange, at: 0.5, ring: 5.04, callId: "in-two" }),
      ...leg({ from: exchange, to: aCalled, at: 0.03, ring: 4, callId: "out-one", caller: aCaller }),
      ...leg({ from: exchange, to: stranger, at: 0.53, ring: 5, callId: "out-two", caller: other }),
    ];
    const { calls } = callsOf(inTime(messages));
    const name = (number: number) => calls.find((call) => call.number === number)?.callId;
    const pairs = joined(messages).map((pair) => pair.split("-").map((number) => name(Number(number))));
    expect(pairs).toEqual([
      ["in-one", "out-one"],
      ["in-two", "out-two"],
    ]);
  });
});

describe("the score of a join", () => {
  const scoreOf = (mark: (typeof legMarks)[number]) => callsOf(b2buaCall({ mark })).calls[0]?.legs[0]?.score;

  test.each(["session-id", "charging-vector", "x-call-id"] as const)(
    "is greater with a mark that ties legs together than without one: %s",
    (mark) => {
      expect(scoreOf(mark)).toBeGreaterThan((scoreOf("none") ?? 1) + 0.1);
    },
  );

  test("never passes 0.85 without such a mark, whatever else the legs share", () => {
    const { calls } = callsOf(sameInAllButName());
    expect(calls[0]?.legs[0]?.evidence.map(({ kind }) => kind)).toEqual([
      "same-caller-number",
      "same-called-number",
      "shared-host",
      "same-media-address",
      "same-sdp-origin",
      "near-in-time",
      "answered-together",
      "ended-together",
      "only-call-at-host",
    ]);
    expect(calls[0]?.legs[0]?.score).toBe(0.85);
  });

  /** Two legs whose descriptions pass through the exchange as they are. */
  function sameInAllButName(): ScenarioMessage[] {
    const through = { ...exchange, user: aCalled.user, media: aCalled.media };
    return [
      ...leg({ from: aCaller, to: through, at: 0, ring: 4.05, callId: "in" }),
      ...leg({ from: { ...aCaller, place: exchange.place }, to: aCalled, at: 0.03, callId: "out" }),
    ];
  }
});

describe("strangers' calls stay apart", () => {
  test("when both call one number within two seconds", () => {
    const messages = [
      ...leg({ from: aCaller, to: aCalled, at: 0, callId: "one" }),
      ...leg({ from: stranger, to: aCalled, at: 1, callId: "two" }),
    ];
    expect(joined(messages)).toEqual([]);
  });

  test("even when both are answered and ended at the same moments", () => {
    const messages = [
      ...leg({ from: aCaller, to: aCalled, at: 0, ring: 5, callId: "one" }),
      ...leg({ from: stranger, to: aCalled, at: 1, ring: 4, callId: "two" }),
    ];
    expect(joined(messages)).toEqual([]);
  });

  test("when somebody calls the same number again and again from one socket", () => {
    const messages = [0, 1, 2].flatMap((at) =>
      leg({ from: aCaller, to: aCalled, at, callId: `again-${at}` }),
    );
    expect(joined(messages)).toEqual([]);
  });

  test("when the called telephone itself calls somebody shortly after", () => {
    const messages = [
      ...leg({ from: aCaller, to: aCalled, at: 0, callId: "in", talk: 30 }),
      ...leg({ from: aCalled, to: stranger, at: 1, callId: "out", talk: 20 }),
    ];
    expect(joined(messages)).toEqual([]);
  });

  test("when all that they share is an anonymous caller and an exchange", () => {
    const hidden = { ...aCaller, user: "anonymous", domain: "anonymous.invalid" };
    const messages = [
      ...leg({ from: aCaller, to: exchange, at: 0, callId: "in", caller: hidden }),
      ...leg({ from: exchange, to: stranger, at: 1, ring: 9, callId: "out", caller: hidden }),
    ];
    expect(joined(messages)).toEqual([]);
  });
});

describe("calls that one party ties together", () => {
  test("a blind transfer joins the call to the target", () => {
    const { calls } = callsOf(blindTransfer());
    expect(calls[1]?.legs[0]).toMatchObject({ call: 1, direction: "before" });
    expect(calls[1]?.legs[0]?.evidence[0]?.kind).toBe("refer");
  });

  test("a transfer joins however late in the call it comes", () => {
    const late = blindTransfer().map((message, index) => ({
      ...message,
      at: message.at + (index < 4 ? 0 : index < 7 ? 50_000_000 : 60_000_000),
    }));
    expect(joined(late)).toEqual(["1-2"]);
  });

  test("an attended transfer joins all three calls", () => {
    const { calls } = callsOf(attendedTransfer());
    expect(calls.map(({ legs }) => legs.map(({ call }) => call).sort())).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ]);
  });

  test("a controller's two calls are joined by the description that it carries", () => {
    const { calls } = callsOf(thirdPartyControl());
    expect(calls[0]?.legs.map(({ call, evidence }) => [call, evidence[0]?.kind])).toEqual([
      [2, "same-media-address"],
    ]);
  });
});
