import { describe, expect, test } from "vitest";
import type { StoryFinding } from "../call-story";
import { callScenario } from "../scenario/call-scenario";
import { inTime, type ScenarioMessage } from "../scenario/script";
import { callsOf } from "../test-messages";
import { tellCall } from "./tell-call";

type Told = Pick<StoryFinding, "code" | "weight"> & { at: string };

/** The findings of a trace's only call, each with the start line at which it shows. */
function findingsOf(messages: ScenarioMessage[]): Told[] {
  const [call] = callsOf(inTime(messages)).calls;
  if (!call) throw new Error("The scenario gave no call");
  const story = tellCall(call);
  return story.findings.map(({ code, weight, message, range }) => {
    const line = story.messages.find(({ number }) => number === message);
    return { code, weight, at: line?.seen.text.slice(range.start, range.end) ?? "" };
  });
}

const startsWith = (start: string) => (message: ScenarioMessage) => message.text.startsWith(start);
const isOf = (method: string) => (message: ScenarioMessage) => message.text.includes(` ${method}\r\n`);

/** The messages with those of a kind moved to a moment after the first. */
function moved(messages: ScenarioMessage[], isMoved: (message: ScenarioMessage) => boolean, seconds: number) {
  const begun = messages[0]?.at ?? 0;
  return messages.map((message, place) =>
    isMoved(message) ? { ...message, at: begun + seconds * 1e6 + place } : message,
  );
}

describe("a CANCEL", () => {
  const cancelled = callScenario({ outcome: "cancelled" });

  test("in time is nothing to remark on", () => {
    expect(findingsOf(cancelled)).toEqual([]);
  });

  test("that comes when the call was already refused is too late", () => {
    const late = moved(cancelled, isOf("CANCEL"), 9);
    expect(findingsOf(late)).toEqual([
      { code: "CANCEL_TOO_LATE", weight: "note", at: expect.stringMatching(/^CANCEL sip:/) },
    ]);
  });

  test("that crossed the answer leaves an answered call, and shows at the answer", () => {
    const cancel = cancelled.filter(isOf("CANCEL"));
    const answered = callScenario({ ringSeconds: 4.001 });
    expect(findingsOf([...answered, ...cancel])).toEqual([
      { code: "ANSWERED_AFTER_CANCEL", weight: "note", at: "SIP/2.0 200 OK" },
    ]);
  });
});

describe("the number of a request", () => {
  const inviteAndBye = (cseq: number) =>
    callScenario().map((message) => ({
      ...message,
      text: message.text.replace(/^CSeq: 2 BYE/m, `CSeq: ${cseq} BYE`),
    }));
  /** A request of the caller's inside the call, between the ACK and the BYE. */
  const info = (cseq: number): ScenarioMessage[] =>
    callScenario()
      .filter(isOf("BYE"))
      .map((message, place) => ({
        ...message,
        at: (callScenario().find(startsWith("ACK"))?.at ?? 0) + 1000 + place,
        text: message.text
          .replaceAll("BYE", "INFO")
          .replace(/^CSeq: \d+/m, `CSeq: ${cseq}`)
          .replace(/branch=z9hG4bK/, "branch=z9hG4bKinfo"),
      }));

  test("that goes up is nothing to remark on", () => {
    expect(findingsOf([...inviteAndBye(9), ...info(8)])).toEqual([]);
  });

  test("that goes back is odd, and shows at the request", () => {
    expect(findingsOf([...inviteAndBye(7), ...info(8)])).toEqual([
      { code: "CSEQ_GOES_BACK", weight: "odd", at: expect.stringMatching(/^BYE sip:/) },
    ]);
  });

  test("of the other side counts for itself", () => {
    const byCalled = callScenario({ hangsUp: "called" }).map((message) => ({
      ...message,
      text: message.text.replace(/^CSeq: 2 BYE/m, "CSeq: 1 BYE"),
    }));
    expect(findingsOf([...byCalled, ...info(8)])).toEqual([]);
  });
});
