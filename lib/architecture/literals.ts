// TypeScript 7 brings no parser to JavaScript, so this reads just enough of the syntax: strings, templates, comments,
// regular expressions and JSX, told from comparisons and generics by what stands before the `<`.

/** A text that stands in the source itself. */
export type Literal = {
  /** Between tags, as an attribute's plain value, as a string in braces between tags, or as a string anywhere else. */
  kind: "text" | "attribute" | "child" | "string";
  text: string;
  /** Attribute whose value it stands in. */
  attribute?: string;
};

/** Every literal of a file in the order in which it ends; `html` templates count as markup. */
export function literalsIn(source: string, { isJsx }: { isJsx: boolean }): Literal[] {
  const reader: Reader = { source, isJsx, at: 0, found: [] };
  readCode(reader, undefined, {});
  return reader.found;
}

type Reader = { readonly source: string; readonly isJsx: boolean; at: number; readonly found: Literal[] };

/** Where code stands: in braces between tags, or in the value of an attribute. */
type Place = { isChild?: boolean; attribute?: string };

const closers: Record<string, string> = { "{": "}", "(": ")", "[": "]" };

/** Reads code past `closer` at its own depth, or to the end. */
function readCode(reader: Reader, closer: string | undefined, place: Place): void {
  let before = "";
  while (reader.at < reader.source.length) {
    if (skipComment(reader)) continue;
    const letter = here(reader);
    const start = reader.at;
    if (letter === closer) {
      reader.at += 1;
      return;
    }
    readPiece(reader, before, place);
    const read = reader.source.slice(start, reader.at);
    before = (before + read.slice(-1)).slice(-16);
  }
}

/** Reads one letter of code, or what begins with it. */
function readPiece(reader: Reader, before: string, place: Place): void {
  const letter = here(reader);
  if (letter === '"' || letter === "'") keepString(reader, readString(reader, letter), place);
  else if (letter === "`") readTemplate(reader, place, /\bhtml$/.test(before));
  else if (letter === "/" && beginsValue(before)) skipRegex(reader);
  else if (letter === "<" && reader.isJsx && beginsValue(before) && isTag(reader)) readElement(reader);
  else {
    reader.at += 1;
    // The arguments of a call are not what is shown: its result is.
    const inside = letter === "(" && /\w$/.test(before) ? { attribute: place.attribute } : place;
    if (closers[letter]) readCode(reader, closers[letter], inside);
  }
}

/** Whether a value, and so a tag or a regular expression, can follow what stands before. */
function beginsValue(before: string): boolean {
  const text = before.trimEnd();
  return text === "" || /[(,=?:&|!{}[;>+]$|\b(return|default|case|typeof|await|yield)$/.test(text);
}

/** Whether a tag begins here, and not the type parameters of an arrow function. */
function isTag({ source, at }: Reader): boolean {
  const rest = source.slice(at, at + 80);
  return /^<(>|[A-Za-z])/.test(rest) && !/^<(const\s+)?\w+(\s+extends\b|\s*,)/.test(rest);
}

function skipComment(reader: Reader): boolean {
  const { source, at } = reader;
  const end = { "//": "\n", "/*": "*/" }[source.slice(at, at + 2)];
  if (!end) return false;
  const stop = source.indexOf(end, at + 2);
  reader.at = stop < 0 ? source.length : stop + end.length;
  return true;
}

function skipRegex(reader: Reader): void {
  const rest = reader.source.slice(reader.at);
  reader.at += /^\/(\\.|\[(\\.|[^\]\\])*\]|[^/\\[])+\//.exec(rest)?.[0].length ?? 1;
}

function readString(reader: Reader, quote: string): string {
  const rest = reader.source.slice(reader.at + 1);
  const [text = ""] = (quote === '"' ? /^(\\[\s\S]|[^"\\])*/ : /^(\\[\s\S]|[^'\\])*/).exec(rest) ?? [];
  reader.at += text.length + 2;
  return text;
}

function readTemplate(reader: Reader, place: Place, isMarkup: boolean): void {
  let text = "";
  reader.at += 1;
  while (reader.at < reader.source.length && here(reader) !== "`") {
    const [plain = ""] = /^(\\[\s\S]|\$(?!\{)|[^$\\`])*/.exec(reader.source.slice(reader.at)) ?? [];
    text += plain;
    reader.at += plain.length;
    if (here(reader) !== "$") continue;
    reader.at += 2;
    readCode(reader, "}", isMarkup ? {} : place);
  }
  reader.at += 1;
  if (isMarkup) keepMarkup(reader, text);
  else keepString(reader, text, place);
}

function readElement(reader: Reader): void {
  reader.at += 1;
  readName(reader);
  while (reader.at < reader.source.length) {
    if (skipComment(reader)) continue;
    const letter = here(reader);
    if (/\w/.test(letter)) {
      readAttribute(reader);
      continue;
    }
    reader.at += 1;
    if (letter === "{") readCode(reader, "}", {});
    if (letter === ">" && reader.source[reader.at - 2] !== "/") readChildren(reader);
    if (letter === ">") return;
  }
}

function readAttribute(reader: Reader): void {
  const attribute = readName(reader);
  if (here(reader) !== "=") return;
  reader.at += 1;
  const letter = here(reader);
  if (letter === "{") {
    reader.at += 1;
    readCode(reader, "}", { attribute });
  } else if (letter === '"' || letter === "'")
    reader.found.push({ kind: "attribute", text: readString(reader, letter), attribute });
}

function readChildren(reader: Reader): void {
  while (reader.at < reader.source.length) {
    const [text = ""] = /^[^<{]*/.exec(reader.source.slice(reader.at)) ?? [];
    reader.found.push({ kind: "text", text });
    reader.at += text.length;
    if (reader.source.startsWith("</", reader.at)) {
      reader.at = reader.source.indexOf(">", reader.at) + 1;
      return;
    }
    if (here(reader) === "<") readElement(reader);
    else {
      reader.at += 1;
      readCode(reader, "}", { isChild: true });
    }
  }
}

function readName(reader: Reader): string {
  const [name = ""] = /^[\w$.:-]*/.exec(reader.source.slice(reader.at, reader.at + 80)) ?? [];
  reader.at += name.length;
  return name;
}

function keepString({ found }: Reader, text: string, { isChild, attribute }: Place): void {
  found.push({ kind: isChild ? "child" : "string", text, attribute });
}

function keepMarkup({ found }: Reader, markup: string): void {
  for (const [, attribute = "", text = ""] of markup.matchAll(/\s([\w-]+)="([^"]*)"/g))
    found.push({ kind: "attribute", text, attribute });
  for (const text of markup.split(/<[^>]*>/)) found.push({ kind: "text", text });
}

function here({ source, at }: Reader): string {
  return source[at] ?? "";
}
