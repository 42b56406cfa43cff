import { z } from "zod";
import { textField } from "@/lib/platform/form-fields";
import type { CaptureId, WatermarkId } from "@/lib/platform/ids";
import type { ComparisonRequest } from "./comparison-request";
import { falseMatchChoices } from "./planner/schema";

const CHOSEN_MOST = 2_000;
const FLOW_ID_LONGEST = 400;

/** An id, or "none" where a person chose to do without. */
const optionalId = z
  .union([z.literal(""), z.literal("none"), z.uuid()], "NOT_FOUND")
  .default("")
  .transform((id) => (id === "none" ? "" : id));

const captures = {
  firstCaptureId: optionalId,
  secondCaptureId: z.uuid("NO_SECOND"),
};

/** Two captures to choose flows from; the first may be missing where only a watermark is looked for. */
export const capturesSchema = z.object(captures);

/** "all", or the ids of flows. */
const candidatesField = z
  .union([z.string(), z.array(z.string())], "NO_CANDIDATES")
  .default([])
  .transform((chosen) => [chosen].flat().filter((flow) => flow !== ""))
  .refine((flows) => flows.length > 0, { error: "NO_CANDIDATES" })
  .refine((flows) => flows.length <= CHOSEN_MOST, { error: "TOO_MANY" })
  .refine((flows) => flows.every((flow) => flow.length <= FLOW_ID_LONGEST), { error: "NO_CANDIDATES" });

/** Flows to compare, and how; gives a `ComparisonRequest`. */
export const comparisonSchema = z
  .object({
    ...captures,
    firstFlow: textField(FLOW_ID_LONGEST),
    candidates: candidatesField,
    watermarkId: optionalId,
    falseMatches: z.enum(falseMatchChoices, "NO_FALSE_MATCHES").transform(Number),
    clockErrorSeconds: z.coerce
      .number("CLOCK_ERROR")
      .min(0, "CLOCK_ERROR")
      .max(86_400, "CLOCK_ERROR")
      .default(60),
  })
  .refine(hasFirst, { error: "NO_FLOW", path: ["firstFlow"] })
  .refine(hasSomethingToDo, { error: "NOTHING_TO_DO", path: ["watermarkId"] })
  .refine(isNotItself, { error: "SAME_FLOW", path: ["candidates"] })
  .transform(requestOf);

type Fields = {
  firstCaptureId: string;
  secondCaptureId: string;
  firstFlow: string;
  candidates: string[];
  watermarkId: string;
  falseMatches: number;
  clockErrorSeconds: number;
};

function hasFirst({ firstCaptureId, firstFlow }: Fields): boolean {
  return firstCaptureId === "" || firstFlow !== "";
}

function hasSomethingToDo({ firstCaptureId, watermarkId }: Fields): boolean {
  return firstCaptureId !== "" || watermarkId !== "";
}

/** A flow compared with itself alone would always agree. */
function isNotItself({ firstCaptureId, secondCaptureId, firstFlow, candidates }: Fields): boolean {
  return firstCaptureId !== secondCaptureId || candidates.some((flow) => flow !== firstFlow);
}

function requestOf(fields: Fields): ComparisonRequest {
  const { firstCaptureId, secondCaptureId, firstFlow, candidates, watermarkId, ...settings } = fields;
  const flows = candidates.includes("all") ? ("all" as const) : candidates;
  return {
    ...(firstCaptureId && { first: { captureId: firstCaptureId as CaptureId, flow: firstFlow } }),
    second: { captureId: secondCaptureId as CaptureId, flows },
    ...(watermarkId && { watermarkId: watermarkId as WatermarkId }),
    settings,
  };
}

/** Parameters that a planned trace carries in hidden fields. */
export const watermarkSchema = z.object({
  bits: z.coerce.number(),
  redundancy: z.coerce.number(),
  distance: z.coerce.number(),
  shiftMs: z.coerce.number(),
  packets: z.coerce.number(),
});

/** A capture and one of its flows, to be marked. */
export const applySchema = z.object({
  captureId: z.uuid("NOT_FOUND"),
  flow: z.string("NO_FLOW").min(1, "NO_FLOW").max(FLOW_ID_LONGEST, "NO_FLOW"),
});
