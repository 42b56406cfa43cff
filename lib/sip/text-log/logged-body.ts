import { announcementIn } from "./announcement";
import { type CleanLine, textOf } from "./line-cleaner";

/** What the next line is to a message: inside it, its last, or no longer part of it. */
export type Place = "inside" | "last" | "behind";

const CONTENT_LENGTH = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})[ \t]*$/i;
const CONTENT_TYPE = /^(?:content-type|c)[ \t]*:[ \t]*(.*)$/i;
const SESSION_LINE = /^[a-z]=/;
const SEPARATOR = /^\s*(?:[-=~|*_#]{3,}|<-{3,}>|--end msg--)\s*$/;

/** The body of a message in a log: as long as the message says, unless what follows is plainly none of it. */
export function createLoggedBody() {
  const lines: CleanLine[] = [];
  let promised = 0;
  let type = "";
  let bytes = 0;

  function isMore(text: string): boolean {
    if (type.startsWith("multipart/")) return bytes < promised;
    const begun = lines[0]?.text;
    const isSession = begun ? begun.startsWith("v=") : type === "application/sdp" || text.startsWith("v=");
    // A log that has made addresses unreadable has other lengths than the message.
    if (isSession) return SESSION_LINE.test(text);
    return bytes < promised && !(lines.length === 0 && text === "") && !isOfTheLog(text);
  }

  return {
    /** Looks into a header for what it says of the body. */
    heed(header: string): void {
      promised = Number(CONTENT_LENGTH.exec(header)?.[1] ?? promised);
      type = (CONTENT_TYPE.exec(header)?.[1] ?? type).split(";")[0]?.trim().toLowerCase() ?? "";
    },
    take(line: CleanLine): Place {
      if (!isMore(line.text)) return "behind";
      lines.push(line);
      bytes += line.whole.length + 1;
      return "inside";
    },
    mayHoldMessage: () => type.startsWith("message/") && bytes < promised,
    // The last line of a body need not end with CR and LF.
    isWhole: () => bytes >= promised,
    text(): string {
      const text = textOf(lines);
      return /^\r?\n$/.test(text.slice(promised)) ? text.slice(0, promised) : text;
    },
  };
}

function isOfTheLog(text: string): boolean {
  const { source, destination } = announcementIn(text, {});
  return SEPARATOR.test(text) || source !== undefined || destination !== undefined;
}
