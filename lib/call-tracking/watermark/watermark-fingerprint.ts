import { createHash } from "node:crypto";
import type { Watermark } from "./watermark";

/** SHA-256 of key and word in hexadecimal: names a watermark and gives nothing of it away. */
export function watermarkFingerprint({ key, word }: Watermark): string {
  return createHash("sha256").update("nightjar watermark ").update(key).update(word).digest("hex");
}
