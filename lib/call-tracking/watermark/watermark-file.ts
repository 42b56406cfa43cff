import { z } from "zod";
import { fault, ok, type Result } from "@/lib/platform/result";
import { PLAN_VERSION } from "./plan-pairs";
import { plannedDelays } from "./planned-delays";
import type { Watermark, WatermarkParameters } from "./watermark";
import { watermarkFingerprint } from "./watermark-fingerprint";
import { parameterFault } from "./watermark-limits";

const FORMAT = "nightjar-watermark-plan";

/** What somebody needs who delays live packets. Neither key nor word are in it, but the delays give the mark away. */
export type DelayPlan = {
  /** Which watermark it is: SHA-256 of its key and word. */
  fingerprint: string;
  parameters: WatermarkParameters;
  /**
   * The packets to delay, in their order: index and milliseconds. Index 0 is the first packet marked; the others are
   * counted by RTP sequence number where there is one, otherwise by order.
   */
  delays: [packet: number, delayMs: number][];
};

const parametersSchema = z.object({
  bits: z.number(),
  redundancy: z.number(),
  distance: z.number(),
  shiftMs: z.number(),
  packets: z.number(),
});

const planSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(PLAN_VERSION),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  parameters: parametersSchema,
  delays: z.array(z.tuple([z.number().int().nonnegative(), z.number().positive()])),
});

/** The plan of a watermark as JSON text; the same watermark gives the same text. */
export function formatPlan(watermark: Watermark): string {
  const { bits, redundancy, distance, shiftMs, packets } = watermark.parameters;
  const plan = {
    format: FORMAT,
    version: PLAN_VERSION,
    fingerprint: watermarkFingerprint(watermark),
    parameters: { bits, redundancy, distance, shiftMs, packets },
    delays: delaysOf(watermark),
  };
  return `${JSON.stringify(plan)}\n`;
}

function delaysOf(watermark: Watermark): DelayPlan["delays"] {
  const delays: DelayPlan["delays"] = [];
  plannedDelays(watermark).forEach((delay, packet) => {
    if (delay > 0) delays.push([packet, delay / 1000]);
  });
  return delays;
}

/** Reads what formatPlan wrote. `NOT_A_PLAN`: other text, another version, or parameters and delays that contradict. */
export function parsePlan(text: string): Result<DelayPlan, "NOT_A_PLAN"> {
  const read = planSchema.safeParse(jsonOf(text));
  if (!read.success) return fault("NOT_A_PLAN");
  const { fingerprint, parameters, delays } = read.data;
  const isWhole = parameterFault(parameters) === undefined && fits(parameters, delays);
  return isWhole ? ok({ fingerprint, parameters, delays }) : fault("NOT_A_PLAN");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every pair has one delayed packet; they stand in their order and are delayed by the shift. */
function fits(
  { bits, redundancy, shiftMs, packets }: WatermarkParameters,
  delays: DelayPlan["delays"],
): boolean {
  const isPlanned = ([packet, delayMs]: [number, number], place: number) =>
    packet > (delays[place - 1]?.[0] ?? -1) && packet < packets && delayMs === shiftMs;
  return delays.length === 2 * bits * redundancy && delays.every(isPlanned);
}
