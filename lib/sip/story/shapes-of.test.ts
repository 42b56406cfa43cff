import { describe, expect, test } from "vitest";
import type { Shape } from "../call-story";
import { b2buaCall } from "../scenario/b2bua-call";
import { type CallOptions, callScenario } from "../scenario/call-scenario";
import { callWhenAbsent } from "../scenario/call-when-absent";
import { aCaller, aCore, anEdge } from "../scenario/cast";
import { digestCall } from "../scenario/digest-call";
import { forkedCall } from "../scenario/forked-call";
import { gatewayCall } from "../scenario/gateway-call";
import { redirectedCall } from "../scenario/redirected-call";
import { registration } from "../scenario/registration";
import { scannerSweep } from "../scenario/scanner-sweep";
import type { ScenarioMessage } from "../scenario/script";
import { thirdPartyControl } from "../scenario/third-party-control";
import { attendedTransfer, blindTransfer } from "../scenario/transferred-call";
import { callsOf } from "../test-messages";
import { tellCall } from "./tell-call";

type Told<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;

/** The shapes of one kind that are told of all calls of a trace together. */
function shapesOf<Kind extends Shape["kind"]>(kind: Kind, messages: ScenarioMessage[]): Told<Kind>[] {
  const [call, ...legs] = callsOf(messages).calls;
  if (!call) throw new Error("The scenario gave no call");
  return tellCall(call, legs).shapes.filter((shape): shape is Told<Kind> => shape.kind === kind);
}

function kindsOf(messages: ScenarioMessage[]): string[] {
  const [call, ...legs] = callsOf(messages).calls;
  return call ? tellCall(call, legs).shapes.map(({ kind }) => kind) : [];
}

/** A call whose INVITE carries more headers. */
function withHeaders(headers: NonNullable<CallOptions["headers"]>, options: CallOptions = {}) {
  return callScenario({ ...options, headers });
}

test("a straight call from telephone to telephone has no shape", () => {
  expect(kindsOf(callScenario())).toEqual([]);
});

describe("redirect", () => {
  test("names who was asked, the new targets, who sent there, and which target was called", () => {
    expect(shapesOf("redirect", redirectedCall())).toMatchObject([
      {
        status: 302,
        from: "sip:+12025550177@example.com",
        targets: ["sip:+12025550188@203.0.113.77:5060"],
        server: "198.51.100.40",
        called: ["sip:+12025550188@203.0.113.77:5060"],
        messages: [1, 2, 4],
      },
    ]);
  });

  test("a target that nobody called is not said to have been called", () => {
    expect(shapesOf("redirect", redirectedCall().slice(0, 3))[0]?.called).toEqual([]);
  });

  test("the likeliest target goes first", () => {
    const contact = ["Contact", "<sip:two@203.0.113.2>;q=0.1, <sip:one@203.0.113.1>;q=0.9"] as const;
    const messages = callScenario({ outcome: [302, "Moved"], answerHeaders: [contact] });
    expect(shapesOf("redirect", messages)[0]?.targets).toEqual([
      "sip:one@203.0.113.1",
      "sip:two@203.0.113.2",
    ]);
  });
});

describe("proxy", () => {
  test("every server on the way is named, in the order of the way", () => {
    const [proxy] = shapesOf("proxy", callScenario({ servers: [anEdge, aCore] }));
    expect(proxy).toMatchObject({ hosts: ["198.51.100.5", "198.51.100.20"], isOutbound: false });
  });

  test("a server before the capture point is known by its Via", () => {
    const messages = callScenario({ servers: [anEdge, aCore] });
    const near = messages.filter(({ source, destination }) =>
      [source.address, destination.address].includes("203.0.113.30"),
    );
    expect(shapesOf("proxy", near)[0]?.hosts).toEqual(["198.51.100.5", "198.51.100.20"]);
  });

  test("a Route that the caller brings along is its outbound proxy", () => {
    const messages = withHeaders([["Route", "<sip:198.51.100.5;lr>"]], { servers: [anEdge] });
    expect(shapesOf("proxy", messages)[0]?.isOutbound).toBe(true);
  });
});

describe("forking", () => {
  test("says where it forked, who picked up and who was cancelled", () => {
    const [forking] = shapesOf("forking", forkedCall());
    expect(forking?.at).toBe("198.51.100.5");
    expect(forking?.branches).toMatchObject([
      { host: "203.0.113.31", status: 487, isPicked: false, isCancelled: true },
      { host: "203.0.113.32", status: 200, isPicked: true },
    ]);
  });

  test("shows by the tags of the answers where only the caller's side was captured", () => {
    const callers = forkedCall().filter(({ source, destination }) =>
      [source.address, destination.address].includes("192.0.2.10"),
    );
    const [forking] = shapesOf("forking", callers);
    expect(forking?.branches.map(({ isPicked }) => isPicked)).toEqual([false, true]);
  });

  test("a call through one proxy is none", () => {
    expect(shapesOf("forking", callScenario({ servers: [anEdge, aCore] }))).toEqual([]);
  });
});

describe("transfer", () => {
  test("a blind one tells who was connected with whom, and that it went through", () => {
    const [transfer] = shapesOf("transfer", blindTransfer());
    expect(transfer).toMatchObject({
      isAttended: false,
      transferrer: "sip:+12025550177@example.com",
      transferee: "sip:+12025550143@example.com",
      target: "sip:+12025550188@example.com",
      outcome: "completed",
    });
    expect(transfer?.connections?.map(({ from, to }) => [from, to])).toEqual([
      ["sip:+12025550177@example.com", "sip:+12025550143@example.com"],
      ["sip:+12025550143@example.com", "sip:+12025550188@example.com"],
    ]);
  });

  test("an attended one tells of the call in which the target was asked first", () => {
    const [transfer] = shapesOf("transfer", attendedTransfer());
    expect(transfer).toMatchObject({ isAttended: true, outcome: "completed" });
    expect(transfer?.connections?.map(({ call }) => call)).toEqual([1, 2, 3]);
  });

  test("without its second call it is told by the notices", () => {
    const alone = blindTransfer().filter(({ destination, source }) =>
      [source.address, destination.address].every((address) => address !== "203.0.113.77"),
    );
    expect(shapesOf("transfer", alone)[0]?.outcome).toBe("completed");
  });

  test("seen from the target it names who sent the caller", () => {
    const target = blindTransfer().filter(({ destination, source }) =>
      [source.address, destination.address].includes("203.0.113.77"),
    );
    expect(shapesOf("transfer", target)).toMatchObject([
      {
        transferrer: "sip:+12025550177@example.com",
        transferee: "sip:+12025550143@example.com",
        outcome: "completed",
      },
    ]);
  });

  test("a REFER that is refused has failed", () => {
    const refused = blindTransfer()
      .slice(0, 6)
      .map((message) => ({ ...message, text: message.text.replace("202 Accepted", "603 Decline") }));
    expect(shapesOf("transfer", refused)[0]?.outcome).toBe("failed");
  });
});

describe("back-to-back user agent", () => {
  test("names both calls, the host between them, and all three parties", () => {
    expect(shapesOf("b2bua", b2buaCall())).toMatchObject([
      {
        host: "198.51.100.60",
        incoming: 1,
        outgoing: 2,
        caller: "sip:+12025550143@example.com",
        middleman: "sip:+12025550143@198.51.100.60:5060",
        called: "sip:+12025550177@example.com",
      },
    ]);
  });

  test("the same is told whichever leg was asked for", () => {
    const { calls } = callsOf(b2buaCall());
    const [one, other] = calls;
    if (!one || !other) throw new Error("The scenario gave no two calls");
    expect(tellCall(other, [one]).shapes).toEqual(tellCall(one, [other]).shapes);
    expect(
      tellCall(other, [one])
        .hosts.map(({ role }) => role)
        .sort(),
    ).toEqual(["b2bua", "called", "caller"]);
  });

  test("neither a transfer nor a controller is one", () => {
    expect(shapesOf("b2bua", attendedTransfer())).toEqual([]);
    expect(shapesOf("b2bua", thirdPartyControl())).toEqual([]);
  });
});

describe("third-party control", () => {
  test("names the controller and both sides", () => {
    expect(shapesOf("third-party-control", thirdPartyControl())).toMatchObject([
      {
        controller: "198.51.100.70",
        sides: ["sip:+12025550143@example.com", "sip:+12025550177@example.com"],
      },
    ]);
  });

  test("a middleman's two calls are none", () => {
    expect(shapesOf("third-party-control", b2buaCall())).toEqual([]);
  });
});

describe("registration", () => {
  test.each(["registered", "refused", "removed"] as const)("is told as %s", (outcome) => {
    expect(shapesOf("registration", registration({ outcome }))).toMatchObject([
      { registrar: "198.51.100.5", address: "sip:+12025550143@example.com", outcome },
    ]);
  });

  test("lists where the address can now be reached", () => {
    expect(shapesOf("registration", registration())[0]?.contacts).toEqual([
      "sip:+12025550143@192.0.2.10:5060",
    ]);
  });
});

describe("forwarding", () => {
  test("tells by Diversion and by History-Info whose call it was and why it was sent on", () => {
    const told = shapesOf("forwarding", callWhenAbsent());
    expect(told.map(({ header }) => header)).toEqual(["Diversion", "History-Info"]);
    expect(told[0]).toMatchObject({
      from: ["sip:+12025550177@example.com"],
      to: "sip:+12025550188@example.com",
      reason: "no-answer",
    });
  });

  test("several diversions are told from the first to the latest", () => {
    const value = "<sip:second@example.com>;reason=user-busy, <sip:first@example.com>;reason=no-answer";
    expect(shapesOf("forwarding", withHeaders([["Diversion", value]]))).toMatchObject([
      { from: ["sip:first@example.com", "sip:second@example.com"], reason: "user-busy" },
    ]);
  });

  test.each([
    ["<sip:a@x.test>;index=1", []],
    ["<sip:a@x.test>;index=1, <sip:a@192.0.2.7>;index=1.1;rc=1", []],
    ["<sip:a@x.test?Reason=SIP%3Bcause%3D486>;index=1, <sip:b@x.test>;index=1.1;mp=1", ["user-busy"]],
    ["<sip:a@x.test>;index=1, <sip:b@x.test;cause=408>;index=1.1", ["no-answer"]],
    [
      "<sip:a@x.test>;index=1, <sip:b@x.test;cause=302>;index=1.1, <sip:c@x.test;cause=480>;index=1.1.1",
      ["deflection"],
    ],
  ])("History-Info %s gives %j", (value, reasons) => {
    const told = shapesOf("forwarding", withHeaders([["History-Info", value]]));
    expect(told.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe("gateway", () => {
  test("lists what hints at the telephone network, and the host", () => {
    const [gateway] = shapesOf("gateway", gatewayCall());
    expect(gateway?.host).toBe("192.0.2.90");
    expect(gateway?.hints).toEqual(expect.arrayContaining(["trunk-group", "isup-body", "gateway-software"]));
  });

  test("a telephone that marks its number with user=phone is none", () => {
    expect(shapesOf("gateway", callScenario({ caller: { ...aCaller, isPhone: true } }))).toEqual([]);
  });
});

describe("scanner", () => {
  test("gives itself away by its name", () => {
    const [scanner] = shapesOf("scanner", scannerSweep({ tries: 2 }));
    expect(scanner).toMatchObject({ host: "192.0.2.200", signs: ["friendly-scanner"] });
  });

  test("a telephone that is asked for its password is none", () => {
    expect(shapesOf("scanner", digestCall())).toEqual([]);
    expect(shapesOf("scanner", digestCall({ hasSecret: false }))).toEqual([]);
  });
});

describe("digest", () => {
  test.each(["MD5", "SHA-256"] as const)("tells who asked, for whom, and by %s", (algorithm) => {
    const [asked] = shapesOf("digest", digestCall({ algorithm }));
    expect(asked).toMatchObject({
      host: "198.51.100.5",
      algorithm,
      username: "+12025550143",
      outcome: "accepted",
    });
  });

  test("a challenge that nobody answers is unanswered", () => {
    expect(shapesOf("digest", digestCall().slice(0, 2))).toMatchObject([{ outcome: "unanswered" }]);
  });

  test("a proof that is turned down is refused", () => {
    expect(shapesOf("digest", digestCall({ hasSecret: false }).slice(0, 4))).toMatchObject([
      { outcome: "refused" },
    ]);
  });
});
