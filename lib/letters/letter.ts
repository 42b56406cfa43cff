import { z } from "zod";
import { type Country, countries } from "@/lib/platform/country";

/** One call as it stands in the table of a letter or report: plain text, as it was when the document was made. */
export const callRowSchema = z.object({
  /** "A1", "A2" … by time; the same call has the same mark in letter, report and packet of one making. */
  mark: z.string(),
  local: z.string(),
  offset: z.string(),
  zone: z.string(),
  utc: z.string(),
  precision: z.string(),
  shownNumber: z.string(),
  calledNumber: z.string(),
  result: z.string(),
  duration: z.string(),
  callTrace: z.string(),
});
export type CallRow = z.infer<typeof callRowSchema>;

/** The parts that the person writes. Messages are keys that the form turns into words. */
export const letterSchema = z.object({
  sender: z.string().max(2_000, "senderLong"),
  recipient: z.string().max(2_000, "recipientLong"),
  /** Day the letter bears, as printed. */
  dated: z.string().max(100, "datedLong"),
  subject: z.string().max(300, "subjectLong"),
  /** Paragraphs divided by empty lines; lines that begin with "- " are a list. */
  body: z.string().trim().min(1, "bodyMissing").max(40_000, "bodyLong"),
});
export type LetterInput = z.infer<typeof letterSchema>;

/** A letter to the person's own provider. The texts are the person's to edit; the calls are a snapshot. */
export type LetterContent = LetterInput & { country: Country; calls: CallRow[] };

export const letterContentSchema = letterSchema.extend({
  country: z.enum(countries),
  calls: z.array(callRowSchema),
});
