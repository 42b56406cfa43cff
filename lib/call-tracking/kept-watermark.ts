import type { WatermarkId } from "@/lib/platform/ids";
import type { Watermark, WatermarkParameters } from "./watermark/watermark";

/** A watermark as its row holds it, sealed: the key in base64, the word as a text of 0 and 1. */
export type SealedWatermark = { parameters: WatermarkParameters; key: string; word: string };

/** A planned watermark of a case. */
export type KeptWatermark = { id: WatermarkId; createdAt: Date; watermark: Watermark; fingerprint: string };

/** The place of a sealed watermark. */
export function watermarkContext(watermarkId: string): string {
  return `watermark:${watermarkId}`;
}

export function formatWatermark({ parameters, key, word }: Watermark): SealedWatermark {
  return { parameters, key: Buffer.from(key).toString("base64"), word: [...word].join("") };
}

export function parseWatermark({ parameters, key, word }: SealedWatermark): Watermark {
  return {
    parameters,
    key: new Uint8Array(Buffer.from(key, "base64")),
    word: Uint8Array.from(word, (bit) => Number(bit)),
  };
}
