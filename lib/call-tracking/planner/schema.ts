// The fields of the planner's form: texts as typed, which nothing here changes until all may stay. Messages are codes; the
// words are under `tracking.errors`: CALL_SECONDS_RANGE, PACKET_RATE_RANGE, JITTER_RANGE, LOSS_RANGE, DELAY_RANGE,
// CANDIDATES_RANGE, SHIFT_RANGE and DETECTION_RANGE with the values {least} and {most}; UNKNOWN_OPTION; NOT_TEXT.
import { z } from "zod";
import { isBlank } from "@/lib/platform/form-fields";
import { LONGEST_CALL_SECONDS } from "./shortest-call";

/** Expected false matches among all candidates that a person may choose from. */
export const falseMatchChoices = ["0.5", "0.1", "0.01", "0.001"] as const;
/** What is looked for: a mark for a call of this length, or the shortest call for a mark of this shift. */
export const planQuestions = ["mark", "call"] as const;

type Range = { least: number; most: number; isWhole?: boolean };

export const planRanges = {
  callSeconds: { least: 1, most: LONGEST_CALL_SECONDS, isWhole: true },
  shiftMs: { least: 1, most: 40 },
  packetsPerSecond: { least: 5, most: 200 },
  jitterMs: { least: 0, most: 500 },
  lossPercent: { least: 0, most: 50 },
  delayMs: { least: 0, most: 5_000 },
  candidates: { least: 1, most: 100_000, isWhole: true },
  detectionPercent: { least: 50, most: 99.99 },
} as const satisfies Record<string, Range>;

const rangeError = {
  callSeconds: "CALL_SECONDS_RANGE",
  shiftMs: "SHIFT_RANGE",
  packetsPerSecond: "PACKET_RATE_RANGE",
  jitterMs: "JITTER_RANGE",
  lossPercent: "LOSS_RANGE",
  delayMs: "DELAY_RANGE",
  candidates: "CANDIDATES_RANGE",
  detectionPercent: "DETECTION_RANGE",
} as const satisfies Record<keyof typeof planRanges, string>;

type NumberField = keyof typeof planRanges;

const rangeFault = (field: NumberField) => {
  const { least, most }: Range = planRanges[field];
  return { error: rangeError[field], params: { least, most } };
};

/** A number as people type it, with a point or a comma before the decimals; `unsent` where the field was not sent. */
const numberField = (field: NumberField, unsent: string) =>
  z
    .string("NOT_TEXT")
    .default(unsent)
    .transform(numberOf)
    .refine((value) => isWithin(value, planRanges[field]), rangeFault(field));

/** The same, and 0 where it was left empty: only one of the two questions needs it. */
const neededByOne = (field: NumberField, unsent: string) =>
  z
    .string("NOT_TEXT")
    .default(unsent)
    .transform((typed) => (isBlank(typed) ? 0 : numberOf(typed)))
    .refine((value) => value === 0 || isWithin(value, planRanges[field]), rangeFault(field));

export const planFormSchema = z
  .object({
    question: z.enum(planQuestions, "UNKNOWN_OPTION").default("mark"),
    callSeconds: neededByOne("callSeconds", "90"),
    shiftMs: neededByOne("shiftMs", "3"),
    packetsPerSecond: numberField("packetsPerSecond", "50"),
    jitterMs: numberField("jitterMs", "10"),
    lossPercent: numberField("lossPercent", "0"),
    delayMs: numberField("delayMs", "140"),
    candidates: numberField("candidates", "1"),
    falseMatches: z.enum(falseMatchChoices, "UNKNOWN_OPTION").default("0.01"),
    detectionPercent: numberField("detectionPercent", "99"),
  })
  .superRefine((form, context) => {
    const needed = form.question === "mark" ? "callSeconds" : "shiftMs";
    const { error: message, params } = rangeFault(needed);
    if (form[needed] === 0) context.addIssue({ code: "custom", path: [needed], message, params });
  });

export type PlanFormInput = z.input<typeof planFormSchema>;
export type PlanFormValues = z.output<typeof planFormSchema>;
export type PlanField = keyof PlanFormValues;

/** Every field, in the order in which the form asks. */
export const planFields = Object.keys(planFormSchema.shape) as PlanField[];

function numberOf(typed: string): number {
  const text = typed.trim();
  return /^\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

function isWithin(value: number, { least, most, isWhole }: Range): boolean {
  return value >= least && value <= most && (!isWhole || Number.isInteger(value));
}
