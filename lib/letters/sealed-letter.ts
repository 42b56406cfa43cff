import type { Digest } from "@/lib/storage/meter";
import type { LetterContent } from "./letter";

/** What is sealed of a letter; `pdf` is there once it is finished. */
export type SealedLetter = { content: LetterContent; pdf?: Digest & { fileId: string } };

export function letterContext(id: string): string {
  return `letter:${id}`;
}
