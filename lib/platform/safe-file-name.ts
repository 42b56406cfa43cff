// A name that somebody else chose becomes part of a path only after this. ASCII alone is kept because file systems
// disagree about the rest: macOS decomposes accents, old unzip programs garble UTF-8. The true name is kept elsewhere.

const MAX_BYTES = 120;
const MAX_EXTENSION = 12;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d|conin|conout)$/i;

/**
 * A harmless file name of `[A-Za-z0-9._-]`, at most `maxBytes` long: no folder, hidden file, leading dash or device
 * name of Windows, and no character that hides or turns the extension. Never empty.
 */
export function safeFileName(name: string, maxBytes: number = MAX_BYTES): string {
  const parts = splitName(lastSegment(name));
  const stem = plainText(parts.stem) || "file";
  const extension = plainText(parts.extension)
    .slice(0, MAX_EXTENSION - 1)
    .replace(/^(?=.)/, ".");
  const harmless = isDevice(stem) ? `file-${stem}` : stem;
  return withoutEdges(harmless.slice(0, maxBytes - extension.length)) + extension;
}

/** The same names, told apart by `-2`, `-3` … where two differ in nothing but case (macOS and Windows see one file). */
export function uniqueFileNames(names: readonly string[], maxBytes: number = MAX_BYTES): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const free = firstFreeName(name, taken, maxBytes);
    taken.add(free.toLowerCase());
    return free;
  });
}

function firstFreeName(name: string, taken: ReadonlySet<string>, maxBytes: number): string {
  const { stem, extension } = splitName(name);
  for (let count = 1; ; count += 1) {
    const suffix = (count === 1 ? "" : `-${count}`) + extension;
    const candidate = stem.slice(0, maxBytes - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function lastSegment(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? "";
}

function plainText(text: string): string {
  const ascii = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{C}]/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "_");
  return withoutEdges(ascii.replace(/\.{2,}/g, "."));
}

function withoutEdges(text: string): string {
  return text.replace(/^[._-]+|[._-]+$/g, "");
}

function isDevice(stem: string): boolean {
  return DEVICE.test(stem.split(".")[0] ?? "");
}

function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf(".");
  const isExtension = dot > 0 && name.length - dot <= MAX_EXTENSION;
  return isExtension
    ? { stem: name.slice(0, dot), extension: name.slice(dot) }
    : { stem: name, extension: "" };
}
