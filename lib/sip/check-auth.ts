import { readAuth } from "./auth-params";
import { knownAuthSchemes } from "./check-registers";
import { paramValue } from "./header-params";
import { splitOutside } from "./header-text";
import type { Range } from "./range";
import type { Report } from "./report";

// RFC 7616 sections 3.3 and 3.4.
const inChallenge = ["realm", "nonce"];
const inAnswer = ["username", "realm", "nonce", "uri", "response"];

/** WWW-Authenticate and Proxy-Authenticate. */
export function checkChallenge(text: string, range: Range, report: Report): void {
  checkAuth(text, range, { needed: inChallenge, report });
}

/** Authorization and Proxy-Authorization. */
export function checkAuthorization(text: string, range: Range, report: Report): void {
  checkAuth(text, range, { needed: inAnswer, report });
}

type Rule = { needed: readonly string[]; report: Report };

function checkAuth(text: string, range: Range, { needed, report }: Rule): void {
  const { scheme, params, paramsRange } = readAuth(text, range);
  if (scheme === "") {
    report("AUTH_MALFORMED", range);
    return;
  }
  if (!knownAuthSchemes.has(scheme.toLowerCase())) {
    report("AUTH_SCHEME_UNKNOWN", { start: range.start, end: range.start + scheme.length });
  }
  if (scheme.toLowerCase() !== "digest") return;
  checkDigestParams(text, paramsRange, report);
  if (needed.some((name) => paramValue(params, name) === undefined)) report("DIGEST_INCOMPLETE", range);
}

function checkDigestParams(text: string, range: Range, report: Report): void {
  for (const piece of splitOutside(text, range, ",")) {
    const written = text.slice(piece.start, piece.end);
    if (/^[\w.!%*+`'~-]+\s*=\s*([^\s",]*|"([^"\\]|\\[\s\S])*")$/.test(written)) continue;
    report(/"/.test(written) ? "UNTERMINATED_QUOTE" : "AUTH_MALFORMED", piece);
  }
}
