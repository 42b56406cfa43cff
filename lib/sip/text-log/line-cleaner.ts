import { unprefixFor } from "./log-prefix";

/** A line as the message had it: its text, and the text with what stood before the line feed. */
export type CleanLine = { text: string; whole: string };

/** Takes from each line what the log has put there, judged by the first: a prefix, an indent, another line end. */
export function cleanerFor(first: string, start: number): (line: string) => CleanLine {
  const unprefix = unprefixFor(first.slice(0, start));
  const hasCrLf = /[^\r]\r$/.test(first);
  // ngrep writes a dot for each carriage return.
  const hasDots = !hasCrLf && /(?:SIP\/2\.0|^SIP\/.*)\.$/.test(first);
  let indent: number | undefined;
  return (line) => {
    const bare = unprefix(line);
    const isFirst = line === first;
    if (!isFirst) indent ??= indentOf(bare);
    const text = isFirst ? bare : bare.slice(Math.min(indent ?? 0, indentOf(bare)));
    if (!hasCrLf) return { text: withoutEnd(text, hasDots), whole: `${withoutEnd(text, hasDots)}\r` };
    return { text: text.endsWith("\r") ? text.slice(0, -1) : text, whole: text };
  };
}

function withoutEnd(line: string, hasDots: boolean): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === 13) end -= 1;
  return line.slice(0, hasDots && line.endsWith(".") ? end - 1 : end);
}

/** The lines as the message had them, each with its end. */
export function textOf(lines: readonly CleanLine[]): string {
  return lines.map(({ whole }) => `${whole}\n`).join("");
}

function indentOf(line: string): number {
  return line.trim() === "" ? 0 : line.length - line.trimStart().length;
}
