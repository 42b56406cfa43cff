import { checkHostPort } from "./check-host";
import { checkUriParams } from "./check-params";
import { knownSchemes, knownUriParams } from "./check-registers";
import { paramValue } from "./header-params";
import type { Range } from "./range";
import type { Report } from "./report";
import type { Uri } from "./uri";

/** Checks a URI as `readUri` gave it (RFC 3261 section 19.1; RFC 3966). */
export function checkUri(text: string, uri: Uri, report: Report): void {
  const { range, rest, scheme } = uri;
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme) || rest.text === "") {
    report("URI_MALFORMED", range);
    return;
  }
  checkEscapes(text, range, report);
  if (scheme === "sip" || scheme === "sips") checkSipUri(text, uri, report);
  else if (scheme === "tel") checkTelUri(text, uri, report);
  else if (!knownSchemes.has(scheme)) report("UNKNOWN_SCHEME", { start: range.start, end: rest.start - 1 });
}

function checkEscapes(text: string, { start, end }: Range, report: Report): void {
  for (const { 0: found, index } of text.slice(start, end).matchAll(/%([0-9A-Fa-f]{2})?/g)) {
    const range = { start: start + index, end: start + index + found.length };
    if (found === "%") report("ESCAPE_MALFORMED", range);
    else if (found === "%00") report("ESCAPED_NUL", range);
  }
}

function checkSipUri(text: string, uri: Uri, report: Report): void {
  checkUserInfo(uri, report);
  checkHostPort(text, { hostPort: uri, end: uri.paramsRange.start }, report);
  checkUriParams(text, uri.paramsRange, report);
  for (const { name, range } of uri.params) {
    if (!knownUriParams.has(name) && !name.startsWith("x-")) report("URI_PARAMETER_UNKNOWN", range);
  }
  if (uri.headersRange) report("URI_HEADERS", uri.headersRange);
}

// RFC 3261 section 25.1, user and password.
function checkUserInfo({ user, password }: Uri, report: Report): void {
  if (!user) return;
  if (user.text === "") report("URI_MALFORMED", { start: user.start, end: user.end + 1 });
  if (/[^\w.!~*'()%&=+$,;?/-]/.test(user.text)) report("URI_CHARACTER_NOT_ESCAPED", user);
  if (password && /[^\w.!~*'()%&=+$,-]/.test(password.text)) report("URI_CHARACTER_NOT_ESCAPED", password);
}

// RFC 3966 section 3: a global number is "+" and digits, a local one may hold "*", "#" and A to F.
function checkTelUri(text: string, { user, params, paramsRange, range }: Uri, report: Report): void {
  const number = user?.text ?? "";
  if (!/^(\+[\d.()-]*\d[\d.()-]*|[\dA-Fa-f*#.()-]+)$/.test(number))
    report("TEL_NUMBER_MALFORMED", user ?? range);
  else if (!number.startsWith("+") && paramValue(params, "phone-context") === undefined) {
    report("TEL_WITHOUT_CONTEXT", range);
  }
  checkUriParams(text, paramsRange, report);
}
