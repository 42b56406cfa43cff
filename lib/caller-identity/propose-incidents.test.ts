import { describe, expect, it, test } from "vitest";
import { type LoggedCall, type NumberLikeness, proposeIncidents, type TracedCall } from "./propose-incidents";

const at = (clock: string) => new Date(`2026-03-03T${clock}Z`);

function traced(clock: string, differs: Partial<TracedCall> = {}): TracedCall {
  const startedAt = at(clock).getTime() * 1000;
  return { startedAt, caller: "sip:+12025550143@example.com", isWithheld: false, ...differs };
}

function logged(id: string, clock: string, differs: Partial<LoggedCall> = {}): LoggedCall {
  const number = { shownNumber: "+1 202 555 0143", isWithheld: false };
  return { id, startedAt: at(clock), precision: "exact", ...number, ...differs };
}

describe("time", () => {
  test.each<[LoggedCall["precision"], string, boolean]>([
    ["exact", "21:19:00", true],
    ["exact", "21:19:01", false],
    ["minute", "21:20:00", true],
    ["minute", "21:20:01", false],
    ["about", "00:14:00", false],
    ["about", "18:14:00", true],
    ["about", "18:13:59", false],
  ])("a call logged as %s at 21:14 and traced at %s may be the same: %s", (precision, clock, isProposed) => {
    const found = proposeIncidents({
      call: traced(clock),
      incidents: [logged("a", "21:14:00", { precision })],
    });
    expect(found.length).toBe(isProposed ? 1 : 0);
  });

  it("is told in seconds from the log to the trace", () => {
    const incidents = [logged("a", "21:14:00")];
    expect(proposeIncidents({ call: traced("21:13:18"), incidents })).toEqual([
      { id: "a", secondsApart: -42, number: "equal" },
    ]);
  });

  it("is needed: a trace without times proposes nothing", () => {
    const call = traced("21:14:00", { startedAt: undefined });
    expect(proposeIncidents({ call, incidents: [logged("a", "21:14:00")] })).toEqual([]);
  });
});

describe("number", () => {
  test.each<[Partial<LoggedCall>, Partial<TracedCall>, NumberLikeness]>([
    [{}, {}, "equal"],
    [{ shownNumber: "(202) 555-0143" }, {}, "equal"],
    [{ shownNumber: "the same again", e164: "+12025550143" }, {}, "equal"],
    [{ shownNumber: "555 0143" }, {}, "ends-equal"],
    [{ shownNumber: "+1 202 555 0144" }, {}, "different"],
    [{ shownNumber: "", isWithheld: true }, { caller: undefined, isWithheld: true }, "both-withheld"],
    [{ shownNumber: "", isWithheld: true }, {}, "different"],
    [{}, { caller: undefined, isWithheld: true }, "different"],
    [{ shownNumber: "" }, {}, "unknown"],
    [{}, { caller: "sip:alice@example.com" }, "unknown"],
    [{}, { caller: "1001" }, "unknown"],
  ])("logged as %j and traced as %j: %s", (log, trace, number) => {
    const call = traced("21:14:05", trace);
    expect(proposeIncidents({ call, incidents: [logged("a", "21:14:00", log)] })).toMatchObject([{ number }]);
  });
});

it("the same number a minute off comes before another number at the same second, and three are enough", () => {
  const incidents = [
    logged("other number", "21:14:05", { shownNumber: "+1 202 555 0199" }),
    logged("later", "21:16:00"),
    logged("near", "21:15:05"),
    logged("not seen", "21:14:05", { shownNumber: "" }),
  ];
  const found = proposeIncidents({ call: traced("21:14:05"), incidents });
  expect(found.map(({ id }) => id)).toEqual(["near", "later", "not seen"]);
});
