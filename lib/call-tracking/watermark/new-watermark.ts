import { KEY_BYTES } from "./key-stream";
import type { Watermark, WatermarkParameters } from "./watermark";
import { watermarkLimits } from "./watermark-limits";

/** How many random bytes a watermark is made of, whatever its length: a key, and a bit of the word in each bit. */
export const WATERMARK_RANDOM_BYTES = KEY_BYTES + watermarkLimits.bits.max / 8;

/** A watermark with these parameters; `random` are bytes that nobody else can know. */
export function newWatermark(parameters: WatermarkParameters, random: Uint8Array): Watermark {
  if (random.length < WATERMARK_RANDOM_BYTES)
    throw new Error(`A watermark takes ${WATERMARK_RANDOM_BYTES} random bytes, not ${random.length}`);
  const word = Uint8Array.from({ length: parameters.bits }, (_, bit) => {
    const byte = random[KEY_BYTES + (bit >> 3)] ?? 0;
    return (byte >> (bit & 7)) & 1;
  });
  return { parameters, key: random.slice(0, KEY_BYTES), word };
}
