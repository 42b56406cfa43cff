import { z } from "zod";
import { LINK_DAYS } from "./case-link";

const shortText = z
  .string()
  .max(200, "TEXT_LONG")
  .transform((text) => text.trim());

export const newLinkSchema = z.object({
  recipient: shortText.refine((text) => text !== "", "RECIPIENT_MISSING"),
  agency: shortText.default(""),
  days: z.coerce
    .number("DAYS_MISSING")
    .refine((days) => (LINK_DAYS as readonly number[]).includes(days), "DAYS_MISSING"),
  allowDownload: z.literal("yes").optional(),
});

export const openLinkSchema = z.object({
  secret: z
    .string("CODE_MISSING")
    .refine((text) => text.trim() !== "", "CODE_MISSING")
    .max(200),
  passcode: z
    .string("PASSCODE_MISSING")
    .refine((text) => text.trim() !== "", "PASSCODE_MISSING")
    .max(100),
});
