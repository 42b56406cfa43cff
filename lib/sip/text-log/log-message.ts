import { isStartLine } from "../recognise";
import { type CleanLine, cleanerFor, textOf } from "./line-cleaner";
import type { LogLine } from "./line-splitter";
import { startLineIn } from "./log-prefix";
import { createLoggedBody, type Place } from "./logged-body";

/** A message as it was before the log wrote it down, with CR and LF behind each line. */
export type LoggedMessage = {
  text: string;
  /** Place in the file, when the log has neither put anything before a line nor changed a line end. */
  offset?: number;
  /** Line in which it ended. */
  line: number;
  /** Whether the log holds less than the message says of itself. */
  isCut: boolean;
};

export type LogMessage = { take(line: LogLine): Place; finish(): LoggedMessage | undefined };

const HEADER = /^[A-Za-z][\w!%*+.'`~-]{0,80}[ \t]*:/;
const LONGEST = 1_048_576;

/** A message that begins in this line of a log; nothing when the line is no start line. */
export function beginMessage(first: LogLine): LogMessage | undefined {
  const start = startLineIn(first.text);
  return start < 0 ? undefined : collect(first, start);
}

function collect(first: LogLine, start: number): LogMessage {
  const clean = cleanerFor(first.text, start);
  const head = [clean(first.text)];
  const body = createLoggedBody();
  let isInBody = false;
  let isVerbatim = start === 0 && clean(first.text).whole === first.text;
  let last = first.number;
  let length = first.text.length;
  // Some logs have an empty line behind each line, for they took CR and LF for two ends.
  let isSpaced = false;
  let blanks = 0;

  function takeHead(line: CleanLine): Place {
    const { text } = line;
    if (text === "") return takeBlank();
    if (HEADER.test(text) || (head.length > 1 && /^[ \t]/.test(text))) {
      if (blanks > 0) isSpaced = true;
      blanks = 0;
      head.push(line);
      body.heed(text);
      return "inside";
    }
    // The empty line was lost on the way into the log.
    if (head.length === 1 || !text.startsWith("v=0")) return "behind";
    isInBody = true;
    return body.take(line);
  }

  function takeBlank(): Place {
    blanks += 1;
    if (head.length === 1 || (isSpaced && blanks === 1)) return "inside";
    isInBody = true;
    blanks = 0;
    return body.isWhole() ? "last" : "inside";
  }

  function takeBody(line: CleanLine): Place {
    if (!isSpaced) return body.take(line);
    blanks = line.text === "" ? blanks + 1 : 0;
    return blanks === 1 ? "inside" : body.take(line);
  }

  return {
    take(raw) {
      if (length > LONGEST) return "behind";
      const line = clean(raw.text);
      if (isStartLine(line.text, 0) && !(isInBody && body.mayHoldMessage())) return "behind";
      const place = isInBody ? takeBody(line) : takeHead(line);
      if (place === "behind") return place;
      length += raw.text.length;
      last = raw.number;
      isVerbatim &&= line.whole === raw.text;
      return place;
    },
    finish() {
      if (head.length === 1) return undefined;
      const text = `${textOf(head)}${isInBody ? "\r\n" : ""}${body.text()}`;
      const isCut = !isInBody || !body.isWhole();
      return { text, offset: isVerbatim ? first.offset : undefined, line: last, isCut };
    },
  };
}
