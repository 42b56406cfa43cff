import { describe, expect, test } from "vitest";
import { callScenario } from "./scenario/call-scenario";
import { forkedCall } from "./scenario/forked-call";
import type { ScenarioMessage } from "./scenario/script";
import { setScene } from "./story/scene";
import { callsOf } from "./test-messages";

const statesOf = (messages: ScenarioMessage[]) =>
  setScene(callsOf(messages).calls).dialogs.map(({ state }) => state);

describe("dialogs", () => {
  test.each([
    ["ringing", callScenario().slice(0, 2), ["early"]],
    ["answered", callScenario().slice(0, 4), ["confirmed"]],
    ["over", callScenario(), ["terminated"]],
    ["refused without ringing", callScenario({ outcome: "busy" }), []],
    ["cancelled", callScenario({ outcome: "cancelled" }), ["terminated"]],
  ] as const)("of a call that is %s", (_, messages, states) => {
    expect(statesOf([...messages])).toEqual(states);
  });

  test("each telephone that rings has one", () => {
    expect(statesOf(forkedCall())).toHaveLength(2);
  });

  test("a dialog is one, whichever side speaks", () => {
    expect(statesOf(callScenario({ hangsUp: "called" }))).toEqual(["terminated"]);
  });
});
