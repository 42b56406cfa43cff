import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { texts } from "@/lib/platform/texts";
import en from "@/messages/en.json";
import { threatAt } from "./build-incident";
import { timePrecisions, timeSources, whichHours } from "./call-time";
import { incidentFormValues } from "./form-content";
import {
  answers,
  backgroundSounds,
  callKinds,
  callResults,
  traceResults,
  verifiedMarks,
  voiceTraits,
} from "./incident";
import { readAmendmentForm, readIncidentForm } from "./read-incident-form";
import { incidentFields, LINE, LONG_TEXT, NOTE } from "./schema";

const context = {
  now: new Date("2026-06-01T12:00:00Z"),
  country: "GB",
  calledNumbers: ["+442079460123"],
} as const;

/** The least that Mara must type. */
const least = {
  whatHappened: "It rang and nobody spoke.",
  day: "2",
  month: "3",
  year: "2026",
  time: "22:15",
  zone: "Europe/London",
};

function contentOf(differs: object) {
  const read = readIncidentForm({ ...least, ...differs }, context);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.errors)}`);
  return read.content;
}

function errorsOf(differs: object) {
  const read = readIncidentForm({ ...least, ...differs }, context);
  return read.ok ? [] : read.errors;
}

describe("a form that is taken", () => {
  it("needs only what happened and when; what was not answered is not known", () => {
    expect(contentOf({})).toEqual({
      whatHappened: "It rang and nobody spoke.",
      time: {
        utc: "2026-03-02T22:15:00Z",
        local: "2026-03-02T22:15:00",
        zone: "Europe/London",
        offset: "+00:00",
        precision: "minute",
        source: "unknown",
      },
      shown: { number: "", presentation: "not-seen", name: "", verifiedMark: "unknown" },
      calledNumber: "",
      result: "unknown",
      kinds: [],
      exactWords: "",
      voice: [],
      voiceNotes: "",
      background: [],
      backgroundNotes: "",
      whatISaid: "",
      toldToStop: "unknown",
      callTrace: "unknown",
      callTraceNotes: "",
      witnesses: "",
      effect: "",
    });
  });

  test.each([
    ["right-to-left", "\u202eسأجدك\u202c"],
    ["emoji", "🔪🤙🏽"],
    ["NUL", "a\0b"],
    ["a lone surrogate", "a\ud800b"],
    ["markup", "<script>alert(1)</script>"],
    ["a formula", "=cmd()"],
    ["outer space and CR LF", "  one\r\n\r\ntwo \t"],
    ["a 500-letter word", "n".repeat(500)],
    ["100,000 characters", "x".repeat(100_000)],
    ["100,000 emoji", "🤙".repeat(100_000)],
  ])("keeps %s exactly", (_, text) => {
    const content = contentOf({ whatHappened: text, exactWords: text });
    expect([content.whatHappened, content.exactWords]).toEqual([text, text]);
  });

  test.each(["1-800-FLOWERS", "9".repeat(60), "🤙", "\u202e0123", " 020 7946 0999 ", "x".repeat(LINE)])(
    "keeps the shown number %s as it is, and takes it for shown",
    (number) => {
      expect(contentOf({ shownNumber: number }).shown).toMatchObject({ number, presentation: "shown" });
    },
  );

  it("reads the shown and the called number as E.164 where they are numbers", () => {
    const content = contentOf({ shownNumber: "(0161) 496 0123", calledNumber: "020 7946 0123" });
    expect(content.shown).toMatchObject({ number: "(0161) 496 0123", e164: "+441614960123" });
    expect(content.calledNumber).toBe("+442079460123");
    expect(contentOf({ calledNumber: "the work phone" }).calledNumber).toBe("the work phone");
  });

  test.each([
    [undefined, []],
    ["", []],
    ["abuse", ["abuse"]],
    [
      ["abuse", "threat-death", "abuse"],
      ["abuse", "threat-death"],
    ],
  ])("takes boxes sent as %j", (kinds, taken) => {
    expect(contentOf({ kinds }).kinds).toEqual(taken);
  });

  it("passes over fields that the form does not have", () => {
    expect(contentOf({ caseId: "x", formKey: ["y"], __proto__: { effect: "z" } })).toEqual(contentOf({}));
  });
});

describe("a form that is refused", () => {
  test.each([
    [{ whatHappened: "" }, "whatHappened", "WHAT_HAPPENED_MISSING"],
    [{ whatHappened: " \r\n\t" }, "whatHappened", "WHAT_HAPPENED_MISSING"],
    [{ whatHappened: "x".repeat(101_000) }, "whatHappened", "TOO_LONG"],
    [{ exactWords: "x".repeat(LONG_TEXT + 1) }, "exactWords", "TOO_LONG"],
    [{ effect: "x".repeat(NOTE + 1) }, "effect", "TOO_LONG"],
    [{ shownNumber: "9".repeat(LINE + 1) }, "shownNumber", "TOO_LONG"],
    [{ day: "31", month: "2" }, "day", "NO_SUCH_DATE"],
    [{ time: "25:61" }, "time", "NO_SUCH_TIME"],
    [{ year: "1970" }, "year", "TOO_OLD"],
    [{ year: "2027" }, "day", "FUTURE"],
    [{ day: "29", time: "1:30" }, "time", "SKIPPED_HOUR"],
    [{ day: "26", month: "10", year: "2025", time: "1:30" }, "whichHour", "REPEATED_HOUR"],
    [{ zone: "Mars/Phobos" }, "zone", "NO_SUCH_ZONE"],
    [{ precision: "roughly" }, "precision", "UNKNOWN_OPTION"],
    [{ result: "eaten" }, "result", "UNKNOWN_OPTION"],
    [{ kinds: ["abuse", "rude"] }, "kinds", "UNKNOWN_OPTION"],
    [{ kinds: { abuse: true } }, "kinds", "UNKNOWN_OPTION"],
    [{ durationMinutes: "two" }, "durationMinutes", "DURATION_NOT_NUMBER"],
    [{ witnesses: 7 }, "witnesses", "NOT_TEXT"],
    [{ whatHappened: ["a", "b"] }, "whatHappened", "NOT_TEXT"],
  ])("%j is told at %s as %s", (differs, field, code) => {
    expect(errorsOf(differs)).toMatchObject([{ field, code }]);
  });

  it("tells all faults at once, one a field, in the order of the form", () => {
    const fields = errorsOf({ effect: "x".repeat(NOTE + 1), time: "25:61", year: "26", whatHappened: "" });
    expect(fields.map(({ field }) => field)).toEqual(["whatHappened", "year", "time", "effect"]);
  });

  test.each([null, undefined, "text", 7, [], [[]]])("%j instead of a form lacks everything", (nothing) => {
    expect(readIncidentForm(nothing, context)).toMatchObject({
      errors: [{ code: "WHAT_HAPPENED_MISSING" }, { code: "DATE_MISSING" }, { code: "TIME_MISSING" }, {}],
    });
  });
});

describe("amending", () => {
  it("gives why and the version that was seen beside the content", () => {
    const read = readAmendmentForm({ ...least, reason: "I found the bill.", version: "2" }, context);
    expect(read).toMatchObject({ ok: true, reason: "I found the bill.", seenVersion: 2 });
  });

  test.each([
    [{ version: "1" }, "reason", "REASON_MISSING"],
    [{ version: "1", reason: " " }, "reason", "REASON_MISSING"],
    [{ reason: "x" }, "version", "VERSION_MISSING"],
    [{ reason: "x", version: "0" }, "version", "VERSION_MISSING"],
    [{ reason: "x", version: "1e9" }, "version", "VERSION_MISSING"],
  ])("%j is told at %s as %s", (differs, field, code) => {
    expect(readAmendmentForm({ ...least, ...differs }, context)).toMatchObject({ errors: [{ field, code }] });
  });

  test.each([
    contentOf({}),
    contentOf({
      shownNumber: "07700 900123",
      presentation: "withheld",
      durationSeconds: "90",
      kinds: "abuse",
    }),
    contentOf({ day: "26", month: "10", year: "2025", time: "1:30", whichHour: "second" }),
    threatAt("2026-03-02T22:15:41Z", "I know\r\nwhere you live\0").content,
  ])("the form filled from an entry gives that entry again", (content) => {
    const ofThisCase = { ...context, country: content.shown.e164?.startsWith("+1") ? "US" : "GB" } as const;
    expect(readIncidentForm(incidentFormValues(content), ofThisCase)).toEqual({ ok: true, content });
  });
});

describe("the words", () => {
  const errors: Record<string, string> = en.incidents.errors;

  test.each([
    [{ day: "31", month: "2" }, "31 February does not exist. Check the date"],
    [{ day: "29", month: "2", year: "2025" }, "29 February 2025 does not exist. Check the date"],
    [{ day: "31", month: "Nov", year: "2025" }, "31 November does not exist. Check the date"],
    [{ year: "1970" }, "The year must be 1990 or later. Check the year"],
    [{ effect: "x".repeat(NOTE + 1) }, "This must be 10,000 characters or fewer"],
    [
      { day: "29", time: "1.30" },
      "The clocks went forward from 01:00 to 02:00 that day, so 01:30 did not exist. Check the time",
    ],
  ])("%j is answered with: %s", (differs, words) => {
    const [error] = errorsOf(differs);
    expect(error && texts("incidents.errors")(error.code as "TOO_LONG", error.values)).toBe(words);
  });

  it("never blame", () => {
    expect(Object.values(errors).join()).not.toMatch(/invalid|please|sorry|oops|wrong/i);
  });

  test.each([
    ["kinds", callKinds],
    ["results", callResults],
    ["voice", voiceTraits],
    ["background", backgroundSounds],
    ["verifiedMarks", verifiedMarks],
    ["answers", answers],
    ["traceResults", traceResults],
    ["precisions", timePrecisions],
    ["timeSources", timeSources],
    ["whichHours", whichHours],
  ] as const)("name each of the %s", (name, options) => {
    expect(Object.keys(en.incidents[name]).sort()).toEqual([...options].sort());
  });

  it("label every field", () => {
    const labels: Record<string, unknown> = en.incidents.form;
    expect(incidentFields.filter((field) => field !== "version" && !labels[field])).toEqual([]);
  });
});

it("never throws, whatever is sent, and has words for every fault", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("2", "Feb", "2026", "22:15", "Europe/London", "abuse", "unknown", "second"),
    fc.array(fc.constantFrom("abuse", "man", "quiet", "?"), { maxLength: 3 }),
    fc.anything(),
  );
  const form = fc.oneof(
    fc.record(Object.fromEntries(incidentFields.map((field) => [field, value])), { requiredKeys: [] }),
    fc.anything(),
  );
  const errors: Record<string, string> = en.incidents.errors;
  fc.assert(
    fc.property(form, (given) => {
      const read = readAmendmentForm(given, context);
      if (read.ok) return;
      expect(read.errors.length).toBeGreaterThan(0);
      for (const { code } of read.errors) expect(errors).toHaveProperty(code);
    }),
    { seed: 20260302, numRuns: 1_000 },
  );
});
