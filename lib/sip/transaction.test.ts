import { describe, expect, test } from "vitest";
import { callScenario } from "./scenario/call-scenario";
import { aCore, anEdge } from "./scenario/cast";
import { forkedCall } from "./scenario/forked-call";
import type { ScenarioMessage } from "./scenario/script";
import { withRepeats } from "./scenario/with-repeats";
import { setScene } from "./story/scene";
import { callsOf } from "./test-messages";

function transactions(messages: ScenarioMessage[]) {
  return setScene(callsOf(messages).calls).transactions;
}

const shown = (messages: ScenarioMessage[]) =>
  transactions(messages).map(({ method, status, lines }) => [method, status, lines.length]);

describe("transactions", () => {
  test("an answered call has three: INVITE, the ACK that stands alone, BYE", () => {
    expect(shown(callScenario())).toEqual([
      ["INVITE", 200, 3],
      ["ACK", 0, 1],
      ["BYE", 200, 2],
    ]);
  });

  test("the ACK of a refusal belongs to its INVITE", () => {
    expect(shown(callScenario({ outcome: "busy" }))).toEqual([["INVITE", 486, 3]]);
  });

  test("a CANCEL is one of its own, and is known to its INVITE", () => {
    const [invite, cancel] = transactions(callScenario({ outcome: "cancelled" }));
    expect(cancel?.method).toBe("CANCEL");
    expect(invite?.cancel).toBe(cancel);
    expect(invite?.status).toBe(487);
  });

  test("repeats make no new one", () => {
    const once = transactions(callScenario({ servers: [anEdge] })).length;
    expect(transactions(withRepeats(callScenario({ servers: [anEdge] })))).toHaveLength(once);
  });

  test("each hop has its own, tied to the hop before", () => {
    const [first, second, third] = transactions(callScenario({ servers: [anEdge, aCore] }));
    expect([second?.parent, third?.parent]).toEqual([first, second]);
    expect(first?.children).toEqual([second]);
  });

  test("a fork has one parent and a child for each telephone", () => {
    const [first] = transactions(forkedCall());
    expect(first?.children.map(({ status }) => status)).toEqual([487, 200]);
  });

  test("branches of RFC 2543, which repeat, are told apart by the rest", () => {
    const old = callScenario().map((message) => ({
      ...message,
      text: message.text.replace(/branch=[^;\r]+/g, "branch=1"),
    }));
    expect(shown(old)).toEqual(shown(callScenario()));
  });
});
