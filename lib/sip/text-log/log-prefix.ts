// Logs put something of their own before each line of a message: an indent, or time, host and program.
import { isStartLine } from "../recognise";

const LONGEST_PREFIX = 200;
const METHODS =
  "INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE";
const START = new RegExp(
  `(?<![\\w/])(?:(?:${METHODS}) +<?[a-z]{2,5}:\\S+ +SIP/2\\.0|SIP/2\\.0 +[1-6]\\d\\d(?= |\\.?$))`,
);

/** Time, number or host, then more than a URI before the version: no method that anybody has ever sent. */
const BEGINS_AS_LOG = new RegExp(`^(?!(?:${METHODS})\\s|SIP/)(?:[^A-Za-z]|\\S+\\s+\\S+\\s+(?!SIP/))`);

/** Where the start line of a message begins in a line of a log; -1 when there is none. */
export function startLineIn(line: string): number {
  if (!line.includes("SIP/")) return -1;
  const indent = line.length - line.trimStart().length;
  if (isStartLine(line, indent) && !BEGINS_AS_LOG.test(line.slice(indent, indent + 200))) return indent;
  const found = START.exec(line.slice(0, LONGEST_PREFIX + 4000));
  return found && found.index <= LONGEST_PREFIX && endsWell(line, found.index) ? found.index : -1;
}

/** A request line ends with its version; behind it a sentence would go on. */
function endsWell(line: string, start: number): boolean {
  return line.startsWith("SIP/", start) || /SIP\/2\.0\.?\s*$/.test(line);
}

/** Takes from the lines of a message what the log has put before its first one. */
export type Unprefix = (line: string) => string;

export function unprefixFor(prefix: string): Unprefix {
  if (prefix === "") return (line) => line;
  if (prefix.trim() === "") return (line) => withoutIndent(line, prefix.length);
  const words = prefix.trimEnd();
  // An empty line of the message may have lost the white space that ends the prefix.
  const pattern = new RegExp(`^${patternOf(words)}[ \\t]{0,${prefix.length - words.length}}`);
  return (line) => {
    const found = pattern.exec(line.slice(0, LONGEST_PREFIX * 2));
    return found ? line.slice(found[0].length) : line;
  };
}

/** A continuation line of the message may be indented further than the log does it. */
function withoutIndent(line: string, count: number): string {
  let at = 0;
  while (at < count && (line[at] === " " || line[at] === "\t")) at += 1;
  return line.slice(at);
}

/** The same words; numbers, which count on from line to line, may differ. */
function patternOf(prefix: string): string {
  const parts = prefix.split(/((?:[0-9a-fA-F]*\d[0-9a-fA-F]*)+|\s+)/);
  return parts.map((part, place) => (place % 2 === 0 ? escaped(part) : loose(part))).join("");
}

function loose(part: string): string {
  return part.trim() === "" ? "\\s+" : "[0-9a-fA-F]+";
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
