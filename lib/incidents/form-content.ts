import { readShownNumber } from "@/lib/caller-identity/shown-number";
import type { Country } from "@/lib/platform/country";
import { readPhoneNumber } from "@/lib/platform/phone-number";
import type { CallTime } from "./call-time";
import { callTimeFields } from "./call-time-fields";
import { durationFields } from "./duration-text";
import type { IncidentContent, ShownCaller } from "./incident";
import type { IncidentFormValues } from "./schema";

/** What stands outside the form: the clock, and what the case says about the person's lines. */
export type IncidentFormContext = { now: Date; country: Country; calledNumbers: readonly string[] };

type Read = { time: CallTime; durationSeconds: number | undefined };

/** The content of an entry, from a form whose fields are all in order. What was not answered is not known. */
export function contentOf(
  form: IncidentFormValues,
  { time, durationSeconds }: Read,
  context: IncidentFormContext,
): IncidentContent {
  return {
    whatHappened: form.whatHappened,
    time,
    shown: shownOf(form, context),
    calledNumber: readPhoneNumber(form.calledNumber, context.country)?.number ?? form.calledNumber,
    result: form.result || "unknown",
    ...(durationSeconds !== undefined && { durationSeconds }),
    kinds: unique(form.kinds),
    exactWords: form.exactWords,
    voice: unique(form.voice),
    voiceNotes: form.voiceNotes,
    background: unique(form.background),
    backgroundNotes: form.backgroundNotes,
    whatISaid: form.whatISaid,
    toldToStop: form.toldToStop || "unknown",
    callTrace: form.callTrace || "unknown",
    callTraceNotes: form.callTraceNotes,
    witnesses: form.witnesses,
    effect: form.effect,
  };
}

function shownOf(form: IncidentFormValues, { country, calledNumbers }: IncidentFormContext): ShownCaller {
  const presentation = form.presentation || (form.shownNumber.trim() === "" ? "not-seen" : "shown");
  const { raw, e164 } = readShownNumber({ raw: form.shownNumber, presentation, country, calledNumbers });
  const verifiedMark = form.verifiedMark || "unknown";
  return { number: raw, ...(e164 && { e164 }), presentation, name: form.shownName, verifiedMark };
}

function unique<Option>(options: readonly Option[]): Option[] {
  return [...new Set(options)];
}

/** The fields of the form that give a content again, for amending: the reverse of `readIncidentForm`. */
export function incidentFormValues(content: IncidentContent): IncidentFormValues {
  const { time, shown, durationSeconds, ...rest } = content;
  const { number: shownNumber, name: shownName, presentation, verifiedMark } = shown;
  return {
    ...rest,
    ...callTimeFields(time),
    ...durationFields(durationSeconds),
    shownNumber,
    shownName,
    presentation,
    verifiedMark,
  };
}
