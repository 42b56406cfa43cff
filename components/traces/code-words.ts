import { type Namespace, texts } from "@/lib/platform/texts";

type AnyWords = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/**
 * The words of a code that a reader of traces gave. A code without words, or with values missing that its words name,
 * stands for itself: nothing of the evidence is left out, and the page is drawn.
 */
export function codeWords(
  space: Extract<Namespace, `traces.${string}`>,
  code: string,
  values?: Record<string, string | number>,
): string {
  const words = texts(space) as unknown as AnyWords;
  if (!words.has(code)) return code;
  try {
    return words(code, values);
  } catch {
    return code;
  }
}
