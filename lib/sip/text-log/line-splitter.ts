import { latin1 } from "../latin1";

/** One line: its text without the line feed, where it begins in the file if it stands there as such, and its number. */
export type LogLine = { text: string; offset?: number; number: number };

/** Longest line that is kept; a longer one is handed on in pieces. */
const LONGEST_LINE = 1_048_576;

/** Cuts bytes into lines as they come, without keeping more than one. */
export function createLineSplitter(onLine: (line: LogLine) => void) {
  let rest = "";
  let offset = 0;
  let number = 0;

  function give(text: string, taken: number): void {
    number += 1;
    onLine({ text, offset, number });
    offset += taken;
  }

  return {
    push(bytes: Uint8Array): void {
      const text = rest + latin1(bytes);
      let start = 0;
      for (let end = text.indexOf("\n", rest.length); end >= 0; end = text.indexOf("\n", start)) {
        give(text.slice(start, end), end + 1 - start);
        start = end + 1;
      }
      rest = text.slice(start);
      if (rest.length > LONGEST_LINE) {
        give(rest, rest.length);
        rest = "";
      }
    },
    end(): void {
      if (rest !== "") give(rest, rest.length);
      rest = "";
    },
  };
}
