import { describe, expect, test } from "vitest";
import type { CallStory, Party } from "../call-story";
import { b2buaCall, middleman } from "../scenario/b2bua-call";
import { callScenario } from "../scenario/call-scenario";
import { callWhenAbsent, standIn } from "../scenario/call-when-absent";
import { aCalled, aCaller, anEdge } from "../scenario/cast";
import { digestCall } from "../scenario/digest-call";
import { redirectedCall, redirectServer, redirectTarget } from "../scenario/redirected-call";
import type { Edit, ScenarioMessage } from "../scenario/script";
import { controller, thirdPartyControl } from "../scenario/third-party-control";
import { callsOf } from "../test-messages";
import { tellCall } from "./tell-call";

/** The story of a trace's last telephone call, or of a call by its number, with its legs. */
function storyOf(messages: ScenarioMessage[], number?: number): CallStory {
  const { calls } = callsOf(messages);
  const asked = calls.findLast((call) => call.number === (number ?? call.number) && call.kind === "call");
  if (!asked) throw new Error("The scenario gave no call");
  const legs = calls.filter((call) => asked.legs.some((leg) => leg.call === call.number));
  return tellCall(asked, legs);
}

const inRole = (story: CallStory, role: Party["role"]) => story.parties.filter((one) => one.role === role);
const hostsInRole = (story: CallStory, role: Party["role"]) => inRole(story, role).map(({ host }) => host);
const textAt = (story: CallStory, { message }: Party) =>
  story.messages.find(({ number }) => number === message)?.seen.text ?? "";
const roleAt = (story: CallStory, host: string) => story.hosts.find(({ id }) => id === host)?.role;

describe("who was called stands where the call ended up for them", () => {
  test.each([1, 2])("behind a middleman, whichever leg is asked for: call %i", (number) => {
    const story = storyOf(b2buaCall(), number);
    expect(hostsInRole(story, "called")).toEqual([aCalled.place.address]);
    expect(hostsInRole(story, "answered")).toEqual([aCalled.place.address]);
  });

  test("at the telephone, though a proxy first asked for a password", () => {
    expect(hostsInRole(storyOf(digestCall()), "called")).toEqual([aCalled.place.address]);
  });

  test("at their own telephone, though the call then went on to somebody else", () => {
    const story = storyOf(callWhenAbsent());
    expect(hostsInRole(story, "called")).toEqual([aCalled.place.address]);
    expect(hostsInRole(story, "forwarded-from")).toContain(aCalled.place.address);
    expect(hostsInRole(story, "answered")).toEqual([standIn.place.address]);
  });

  test("nowhere, when all that the trace holds is the call to somebody else", () => {
    const messages = callWhenAbsent().filter(({ source, destination }) =>
      [source.address, destination.address].includes(standIn.place.address),
    );
    expect(hostsInRole(storyOf(messages), "called")).toEqual([undefined]);
  });

  test("at the new place of the same person, when only that was named by a redirection", () => {
    const moved = `<sip:${aCalled.user}@${redirectTarget.place.address}:5060>`;
    const messages = redirectedCall().map((message) => ({
      ...message,
      text: message.text
        .replaceAll(`<sip:${redirectTarget.user}@203.0.113.77:5060>`, moved)
        .replace(`INVITE sip:${redirectTarget.user}@`, `INVITE sip:${aCalled.user}@`)
        .replace(/(?:Diversion|History-Info):.*\r\n/g, ""),
    }));
    expect(hostsInRole(storyOf(messages), "called")).toEqual([redirectTarget.place.address]);
  });
});

test("a middleman who takes the call without anybody behind it is the one who answered", () => {
  const unanswered = b2buaCall({ mark: "x-call-id" }).filter(
    ({ source, destination, text }) =>
      ![source.address, destination.address].includes(aCalled.place.address) || text.startsWith("INVITE"),
  );
  const story = storyOf(unanswered, 1);
  expect(story.shapes.map(({ kind }) => kind)).toContain("b2bua");
  expect(hostsInRole(story, "answered")).toEqual([middleman.address]);
});

describe("each party points at the message that names it", () => {
  test("the target of a redirection at the 3xx, and it stands where it was then called", () => {
    const story = storyOf(redirectedCall());
    const [target] = inRole(story, "redirect-target") as [Party];
    expect(textAt(story, target)).toMatch(/^SIP\/2\.0 302 /);
    expect(target.host).toBe(redirectTarget.place.address);
  });

  test("a target that nobody called stands nowhere", () => {
    expect(hostsInRole(storyOf(redirectedCall().slice(0, 3)), "redirect-target")).toEqual([undefined]);
  });

  test("the middleman at the request in whose Contact it stands", () => {
    const story = storyOf(b2buaCall());
    const [named] = inRole(story, "middleman") as [Party];
    const text = textAt(story, named);
    expect(text).toMatch(/^INVITE /);
    expect(text).toContain(`Contact: <${named.uri}>`);
    expect(named.host).toBe(middleman.address);
  });

  test("somebody whose call was sent on at the first message that says so", () => {
    const first = "<sip:first@example.com>;reason=no-answer";
    const edit: Edit = (draft) => ({
      ...draft,
      headers: draft.headers.map(([name, value]) => [
        name,
        name === "Diversion" ? `<sip:second@example.com>;reason=user-busy, ${value}` : value,
      ]),
    });
    const headers = [["Diversion", first]] as const;
    const story = storyOf(callScenario({ headers, servers: [anEdge], edit }));
    const named = inRole(story, "forwarded-from").map((one) => [one.uri, one.message]);
    expect(named).toEqual([
      ["sip:first@example.com", 1],
      ["sip:second@example.com", 2],
    ]);
  });
});

describe("the part of a host", () => {
  test("is target where a redirection sent the call, though the Call-ID stays the same", () => {
    const story = storyOf(redirectedCall());
    expect(story.calls).toHaveLength(1);
    expect(roleAt(story, redirectTarget.place.address)).toBe("target");
    expect(roleAt(story, redirectServer.address)).toBe("redirect-server");
  });

  test("is called for both telephones that a controller calls", () => {
    const story = storyOf(thirdPartyControl(), 1);
    expect(roleAt(story, controller.place.address)).toBe("b2bua");
    expect([aCaller, aCalled].map(({ place }) => roleAt(story, place.address))).toEqual(["called", "called"]);
  });
});
