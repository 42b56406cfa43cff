import { describe, expect, test } from "vitest";
import { scannersOf } from "./scanners";
import { callScenario } from "./scenario/call-scenario";
import { peer } from "./scenario/cast";
import { registration } from "./scenario/registration";
import { scannerSweep } from "./scenario/scanner-sweep";
import { SCENARIO_START } from "./scenario/script";
import { callsOf } from "./test-messages";

describe("scanners over a whole trace", () => {
  test("a sweep is one scanner, with what it tried", () => {
    const [scanner, ...others] = scannersOf(callsOf(scannerSweep({ tries: 20 })).summaries);
    expect(others).toEqual([]);
    expect(scanner).toMatchObject({
      host: "192.0.2.200",
      name: "friendly-scanner",
      calls: 22,
      users: 21,
      refused: 21,
    });
    expect(scanner?.signs).toEqual(["known-name", "many-users", "many-refusals"]);
  });

  test("a sweep under an innocent name is known by what it does", () => {
    const disguised = scannerSweep({ tries: 20 }).map((message) => ({
      ...message,
      text: message.text.replaceAll("friendly-scanner", "Deskphone").replaceAll("sipvicious", "Mara"),
    }));
    expect(scannersOf(callsOf(disguised).summaries).map(({ signs }) => signs)).toEqual([
      ["many-users", "many-refusals"],
    ]);
  });

  test("a busy office, a person with a wrong password and a single call are none", () => {
    const office = Array.from({ length: 40 }, (_, index) =>
      callScenario({
        called: peer("203.0.113.30", { user: `+120255501${String(index).padStart(2, "0")}` }),
        callId: `call-${index}`,
        startedAt: SCENARIO_START + index * 60_000_000,
        outcome: index % 4 === 0 ? "rejected" : "answered",
      }),
    ).flat();
    const wrong = [0, 1, 2].flatMap((index) =>
      registration({ outcome: "refused", startedAt: SCENARIO_START + index * 90_000_000 }),
    );
    expect(scannersOf(callsOf(office).summaries)).toEqual([]);
    expect(scannersOf(callsOf(wrong).summaries)).toEqual([]);
    expect(scannersOf(callsOf(callScenario()).summaries)).toEqual([]);
  });
});
