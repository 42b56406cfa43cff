import { z } from "zod";
import { countries } from "@/lib/platform/country";
import { isBlank, textField } from "@/lib/platform/form-fields";

/** One of the person's own numbers that is being called. */
export const lineSchema = z.object({
  number: z.string(),
  e164: z.string().optional(),
  provider: z.string(),
});

export const caseDetailsSchema = z.object({
  title: z.string(),
  country: z.enum(countries),
  /** IANA name of the zone the person usually is in. */
  zone: z.string(),
  lines: z.array(lineSchema),
});

export type CaseLine = z.infer<typeof lineSchema>;
export type CaseDetails = z.infer<typeof caseDetailsSchema>;

/** Characters that a title and a line's number or provider take. */
export const TITLE_LIMIT = 120;
export const LINE_LIMIT = 200;

/** The places for lines in the form: `number1` with `provider1`, to `number5`. */
export const lineNames = [1, 2, 3, 4, 5].map((place) => ({
  number: `number${place}` as LineField,
  provider: `provider${place}` as LineField,
}));
type LineField = `${"number" | "provider"}${1 | 2 | 3 | 4 | 5}`;

const lineFields = Object.fromEntries(
  lineNames.flatMap(({ number, provider }) => [
    [number, textField(LINE_LIMIT)],
    [provider, textField(LINE_LIMIT)],
  ]),
) as Record<LineField, ReturnType<typeof textField>>;

/** The flat fields of the form that opens or changes a case; messages are codes, their words `cases.errors`. */
export const caseFormSchema = z.object({
  title: textField(TITLE_LIMIT).refine((typed) => !isBlank(typed), "TITLE_MISSING"),
  country: z.enum(countries, "COUNTRY_MISSING"),
  zone: textField(LINE_LIMIT),
  ...lineFields,
});

export type CaseFormInput = z.input<typeof caseFormSchema>;
export type CaseFormValues = z.output<typeof caseFormSchema>;
export type CaseField = keyof CaseFormValues;

/** Every field, in the order in which the form asks. */
export const caseFields = Object.keys(caseFormSchema.shape) as CaseField[];
