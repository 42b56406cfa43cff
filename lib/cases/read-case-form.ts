import { type Country, countries } from "@/lib/platform/country";
import { type FormFault, inFormOrder, schemaFaults } from "@/lib/platform/form-faults";
import { isBlank } from "@/lib/platform/form-fields";
import { asRecord, textsOf } from "@/lib/platform/form-texts";
import { readPhoneNumber } from "@/lib/platform/phone-number";
import { readZone } from "@/lib/platform/zone-time";
import {
  type CaseDetails,
  type CaseField,
  type CaseFormValues,
  type CaseLine,
  caseFields,
  caseFormSchema,
  lineNames,
} from "./schema";

/** Codes of the texts under `cases.errors`. */
export type CaseCode =
  | "TITLE_MISSING"
  | "COUNTRY_MISSING"
  | "NO_SUCH_ZONE"
  | "NUMBER_NOT_READ"
  | "NUMBER_TWICE"
  | "NOT_TEXT"
  | "TOO_LONG";
export type CaseError = FormFault<CaseField, CaseCode>;
export type CaseFormRead = { ok: true; details: CaseDetails } | { ok: false; errors: CaseError[] };

/**
 * Reads the flat values of the case form. A number must be readable as one of the country, or carry a country code
 * (`NUMBER_NOT_READ`), because letters to the provider name it; a line may stand with its provider alone. All faults
 * are told at once, one a field, in the order of the form. Takes anything; never throws.
 */
export function readCaseForm(values: unknown): CaseFormRead {
  const raw = asRecord(values);
  const form = caseFormSchema.safeParse(raw);
  const typed = textsOf(raw, caseFields);
  const zone = readZone(typed.zone);
  const country = countries.find((known) => known === typed.country);
  const lines = linesOf(typed, country);
  const errors: CaseError[] = [
    ...schemaFaults<CaseField, CaseCode>(form.error),
    ...(zone ? [] : [{ field: "zone", code: "NO_SUCH_ZONE" } as const]),
    ...(country ? lineErrors(lines, country) : []),
  ];
  if (!form.success || !country || !zone || errors.length > 0)
    return { ok: false, errors: inFormOrder(errors, caseFields) };
  const { title } = form.data;
  return { ok: true, details: { title, country, zone, lines: lines.map(({ line }) => line) } };
}

type FormLine = { field: CaseField; line: CaseLine };

function linesOf(typed: Record<CaseField, string>, country: Country | undefined): FormLine[] {
  return lineNames.flatMap((names) => {
    const line = lineOf({ number: typed[names.number], provider: typed[names.provider] }, country);
    return isBlank(line.number + line.provider) ? [] : [{ field: names.number, line }];
  });
}

function lineOf({ number, provider }: CaseLine, country: Country | undefined): CaseLine {
  const e164 = country && readPhoneNumber(number, country)?.number;
  return { number, ...(e164 && { e164 }), provider };
}

/** Numbers from ranges kept for fiction, written as people in the country write them. */
const exampleNumbers: Record<Country, string> = {
  US: "212 555 0142",
  GB: "020 7946 0123",
  CA: "416 555 0142",
  AU: "0491 570 156",
};

function lineErrors(lines: readonly FormLine[], country: Country): CaseError[] {
  return lines.flatMap(({ field, line }, index): CaseError[] => {
    if (isBlank(line.number)) return [];
    if (!line.e164) return [{ field, code: "NUMBER_NOT_READ", values: { example: exampleNumbers[country] } }];
    const isTwice = lines.slice(0, index).some((before) => before.line.e164 === line.e164);
    return isTwice ? [{ field, code: "NUMBER_TWICE" }] : [];
  });
}

/** The fields of the form that give the details of a case again. */
export function caseFormValues({ title, country, zone, lines }: CaseDetails): CaseFormValues {
  const fields = lineNames.flatMap(({ number, provider }, index) => [
    [number, lines[index]?.number ?? ""],
    [provider, lines[index]?.provider ?? ""],
  ]);
  return { title, country, zone, ...Object.fromEntries(fields) };
}
