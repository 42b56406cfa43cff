import { describe, expect, test } from "vitest";
import type { Call } from "./call";
import { createCallTracker } from "./call-tracker";
import { readSipMessage } from "./read-message";
import { callScenario } from "./scenario/call-scenario";
import { registration } from "./scenario/registration";
import { SCENARIO_START } from "./scenario/script";
import { withRepeats } from "./scenario/with-repeats";
import { callsOf, traceOf } from "./test-messages";

const second = 1_000_000;

/** How many calls were handed out after each message. */
function handedOut(trace: ReturnType<typeof traceOf>, limits = {}) {
  const calls: Call[] = [];
  const counts: number[] = [];
  const tracker = createCallTracker({ onCall: (call) => calls.push(call), limits });
  for (const seen of trace) {
    tracker.message(seen, readSipMessage(seen.text));
    counts.push(calls.length);
  }
  tracker.end();
  return { calls, counts };
}

function laterCall(seconds: number) {
  return callScenario({
    callId: `later-${seconds}@192.0.2.10`,
    startedAt: SCENARIO_START + seconds * second,
  });
}

describe("the tracker of calls", () => {
  test("puts the messages of two calls that run at once into two calls", () => {
    const both = [...callScenario({ callId: "one" }), ...laterCall(1)].sort((a, b) => a.at - b.at);
    expect(callsOf(both).calls.map(({ callId, messages }) => [callId, messages.length])).toEqual([
      ["one", 6],
      ["later-1@192.0.2.10", 6],
    ]);
  });

  test("hands a call out only when 32 s have passed since its end, so that late repeats still belong to it", () => {
    const early = traceOf([...callScenario({ callId: "one" }), ...laterCall(14 + 31)]);
    expect(handedOut(early).counts.slice(6, 8)).toEqual([0, 0]);
    const late = traceOf([...callScenario({ callId: "one" }), ...laterCall(14 + 70)]);
    expect(handedOut(late).counts.slice(5, 8)).toEqual([0, 1, 1]);
  });

  test("keeps an answered call open through an hour of silence", () => {
    const quiet = callScenario({ callId: "one", talkSeconds: 3600 });
    const trace = traceOf([...quiet.slice(0, -2), ...laterCall(600), ...laterCall(1800), ...quiet.slice(-2)]);
    const { calls } = handedOut(trace);
    expect(calls.find(({ callId }) => callId === "one")?.messages).toHaveLength(6);
  });

  test("gives up an unanswered call after ten minutes, and a later message says what it continues", () => {
    const ringing = callScenario({ callId: "one", talkSeconds: 5000 });
    const trace = traceOf([
      ...ringing.slice(0, 2),
      ...laterCall(700),
      ...laterCall(900),
      ...ringing.slice(-2),
    ]);
    const { calls } = handedOut(trace);
    const parts = calls.filter(({ callId }) => callId === "one");
    expect(parts.map(({ number, continues }) => [number, continues])).toEqual([
      [1, undefined],
      [4, 1],
    ]);
  });

  test("counts what it leaves out of an endless call, and says that it is shortened", () => {
    const { calls, summaries } = callsOf(callScenario(), { limits: { maxCallMessages: 4 } });
    expect(calls[0]?.messages).toHaveLength(4);
    expect(calls[0]?.isShortened).toBe(true);
    expect(summaries[0]?.messages).toBe(6);
    expect(summaries[0]?.state).toBe("completed");
  });

  test("never holds more calls or bytes than its limits, and hands out all the same", () => {
    const messages = Array.from({ length: 30 }, (_, index) => laterCall(index).slice(0, 1)).flat();
    expect(handedOut(traceOf(messages), { maxOpenCalls: 10 }).counts.at(-1)).toBe(20);
    const bytes = messages[0]?.text.length ?? 0;
    const { calls, counts } = handedOut(traceOf(messages), { maxOpenBytes: bytes * 10 + 500 });
    expect(counts.at(-1)).toBe(20);
    expect(calls[0]?.isShortened).toBe(true);
    expect(calls).toHaveLength(30);
  });

  test("groups a log without times", () => {
    const trace = traceOf([...callScenario(), ...laterCall(1)]).map(({ at: _, ...seen }) => seen);
    const { calls } = handedOut(trace);
    expect(calls.map(({ messages }) => messages.length)).toEqual([6, 6]);
  });

  test("does not throw messages without a Call-ID together", () => {
    const strip = (text: string) => text.replace(/Call-ID:.*\r\n/, "");
    const messages = [...laterCall(1).slice(0, 2), ...laterCall(2).slice(0, 2)].map((message) => ({
      ...message,
      text: strip(message.text),
    }));
    expect(callsOf(messages).calls.map((call) => call.messages.length)).toEqual([2, 2]);
  });

  test("tells the kinds of calls apart by the request that began them", () => {
    const kinds = callsOf([...callScenario(), ...registration()]).calls.map(({ kind }) => kind);
    expect(kinds).toEqual(["call", "registration"]);
  });

  test("asks for the sound of a call under its number, and hands out what was found", () => {
    const told: string[] = [];
    const media = {
      expect: ({ call, endpoint }: { call: number; endpoint: { address: string; port: number } }) =>
        told.push(`${call} ${endpoint.address}:${endpoint.port}`),
      takeStreams: (call: number) => {
        told.push(`take ${call}`);
        return [];
      },
    };
    callsOf(withRepeats(callScenario()), { media });
    expect(told).toEqual(["1 192.0.2.10:40000", "1 203.0.113.30:40000", "take 1"]);
  });
});
