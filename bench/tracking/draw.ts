import type { RandomSource } from "@/lib/call-tracking/random-source";
import { newWatermark, WATERMARK_RANDOM_BYTES } from "@/lib/call-tracking/watermark/new-watermark";
import type { Watermark, WatermarkParameters } from "@/lib/call-tracking/watermark/watermark";

/** A watermark that a seed repeats; a real one takes its bytes from the operating system. */
export function drawWatermark(parameters: WatermarkParameters, random: RandomSource): Watermark {
  const bytes = Uint8Array.from({ length: WATERMARK_RANDOM_BYTES }, () => Math.floor(256 * random()));
  return newWatermark(parameters, bytes);
}

export function drawWord(bits: number, random: RandomSource): Uint8Array {
  return Uint8Array.from({ length: bits }, () => Math.floor(2 * random()));
}
