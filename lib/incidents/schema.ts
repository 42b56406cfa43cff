// The fields of the log-a-call form, shared by the form in the browser, the action on the server and imports. Nothing
// here changes a text: it only says whether it may stay. Messages are codes; the words are under `incidents.errors`.
import { z } from "zod";
import { presentations } from "@/lib/caller-identity/presentation";
import {
  choiceField as choice,
  choicesField as choices,
  isBlank,
  textField as text,
} from "@/lib/platform/form-fields";
import { timePrecisions, timeSources, whichHours } from "./call-time";
import {
  answers,
  backgroundSounds,
  callKinds,
  callResults,
  traceResults,
  verifiedMarks,
  voiceTraits,
} from "./incident";

/** Characters that a field takes: the account and the exact words, other notes, and everything of one line. */
export const LONG_TEXT = 100_000;
export const NOTE = 10_000;
export const LINE = 200;

export const incidentFormSchema = z.object({
  whatHappened: text(LONG_TEXT).refine((typed) => !isBlank(typed), "WHAT_HAPPENED_MISSING"),
  day: text(LINE),
  month: text(LINE),
  year: text(LINE),
  time: text(LINE),
  zone: text(LINE),
  precision: choice(timePrecisions),
  timeSource: choice(timeSources),
  whichHour: choice(whichHours),
  shownNumber: text(LINE),
  presentation: choice(presentations),
  shownName: text(LINE),
  verifiedMark: choice(verifiedMarks),
  calledNumber: text(LINE),
  result: choice(callResults),
  durationMinutes: text(LINE),
  durationSeconds: text(LINE),
  kinds: choices(callKinds),
  exactWords: text(LONG_TEXT),
  voice: choices(voiceTraits),
  voiceNotes: text(NOTE),
  background: choices(backgroundSounds),
  backgroundNotes: text(NOTE),
  whatISaid: text(NOTE),
  toldToStop: choice(answers),
  callTrace: choice(traceResults),
  callTraceNotes: text(NOTE),
  witnesses: text(NOTE),
  effect: text(NOTE),
});

/** The same form for an entry that exists, with why it changes and which version the person saw. */
export const amendmentFormSchema = incidentFormSchema.extend({
  reason: text(NOTE).refine((typed) => !isBlank(typed), "REASON_MISSING"),
  version: z.string("VERSION_MISSING").regex(/^[1-9]\d{0,5}$/, "VERSION_MISSING"),
});

/** What the form sends: texts as typed, options by name, lists for boxes; anything but a text may be left out. */
export type IncidentFormInput = z.input<typeof incidentFormSchema>;

/** The form with every field in place. */
export type IncidentFormValues = z.output<typeof incidentFormSchema>;
export type AmendmentFormValues = z.output<typeof amendmentFormSchema>;
export type IncidentField = keyof AmendmentFormValues;

/** Every field, in the order in which the form asks. */
export const incidentFields = Object.keys(amendmentFormSchema.shape) as IncidentField[];
