// Tells SIP by what it looks like, on whatever port it travels (RFC 3261 section 7).

/** Methods of SIP (https://www.iana.org/assignments/sip-parameters): for lines whose version is missing or cut off. */
const METHODS =
  "INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE";
const METHOD_AND_URI = new RegExp(`(?:${METHODS})[ \\t]+<?(?:sips?|tel):`, "y");
const REQUEST_IN_JUNK = new RegExp(`(?:${METHODS}) [a-z]{2,5}:[^\\s]{0,2000} $`);

const LONGEST_METHOD = 64;
/** How far from its beginning a datagram may hide a message behind something else. */
const JUNK_BYTES = 4096;

/**
 * The place of the start line in what a datagram carried: behind keep-alives (RFC 5626 section 3.5.1), NULs or other junk
 * too; -1 when it is not SIP.
 */
export function findSip(text: string): number {
  const begin = skipBlank(text, 0);
  if (isStartLine(text, begin)) return begin;
  return nextStartLine(text, begin, JUNK_BYTES);
}

/** Past CR, LF, space, tab and NUL. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 13 || code === 10 || code === 32 || code === 9 || code === 0;
}

/** Whether a request line or a status line begins here. */
export function isStartLine(text: string, at: number): boolean {
  if (text.startsWith("SIP/", at)) return isStatusLine(text, at);
  const space = endOfToken(text, at);
  if (space < 0) return false;
  const lineEnd = text.indexOf("\n", space);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const version = text.lastIndexOf("SIP/", end);
  if (version > space && isBlank(text.charCodeAt(version - 1)) && endsAfterVersion(text, version, end))
    return true;
  METHOD_AND_URI.lastIndex = at;
  return METHOD_AND_URI.test(text);
}

const STATUS_LINE = /SIP\/\d+\.\d+[ \t]+\d/y;

function isStatusLine(text: string, at: number): boolean {
  STATUS_LINE.lastIndex = at;
  return STATUS_LINE.test(text);
}

/** The place of the space behind the method; -1 when no token stands here (RFC 3261 section 25.1). */
function endOfToken(text: string, from: number): number {
  const most = Math.min(text.length, from + LONGEST_METHOD);
  for (let at = from; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) return at > from ? at : -1;
    if (!isTokenCode(code)) return -1;
  }
  return -1;
}

const TOKEN_MARKS = new Set(Array.from("-.!%*_+`'~", (mark) => mark.charCodeAt(0)));

function isTokenCode(code: number): boolean {
  if (code >= 65 && code <= 90) return true;
  return (code >= 97 && code <= 122) || isDigit(code) || TOKEN_MARKS.has(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** "SIP/", digits and dots, and nothing but white space to the end of the line. */
function endsAfterVersion(text: string, version: number, end: number): boolean {
  let at = version + 4;
  while (at < end && (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 46)) at += 1;
  return at > version + 4 && skipBlank(text, at) >= end;
}

/** The next start line at or behind `from` that does not begin later than `within` letters on; -1 when there is none. */
export function nextStartLine(text: string, from: number, within = Number.POSITIVE_INFINITY): number {
  const last = from + within;
  for (let found = text.indexOf("SIP/2.0", from); found >= 0 && found <= last; ) {
    const start = startLineAround(text, found, from);
    if (start >= 0) return start;
    found = text.indexOf("SIP/2.0", found + 7);
  }
  return -1;
}

/** The beginning of the start line that has its version at `version`. */
function startLineAround(text: string, version: number, from: number): number {
  if (/^SIP\/2\.0 [1-6]\d\d[ \r\n]/.test(text.slice(version, version + 12))) return version;
  if (text.charCodeAt(version - 1) !== 32) return -1;
  const lineBefore = text.lastIndexOf("\n", version) + 1;
  const line = text.slice(Math.max(lineBefore, from, version - LONGEST_METHOD - 2004), version);
  const request = REQUEST_IN_JUNK.exec(line);
  return request && endsAfterVersion(text, version, lineEndAt(text, version))
    ? version - line.length + request.index
    : -1;
}

function lineEndAt(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
