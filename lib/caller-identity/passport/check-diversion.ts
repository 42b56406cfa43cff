// RFC 8946 section 4: whoever diverts a call signs a new token: for the new target (dest), naming the old one (div), for
// the same caller (orig). Each such token continues one that was signed for the old target.
import type { PassportCheck } from "../verdict";
import { issuedAtOf } from "./check-form";
import { likenessToAny, signedAddresses } from "./check-parties";
import { namesIn } from "./party";
import { failed, noted, passed } from "./passport-check";
import type { PassportToken } from "./token";

export function checkDiversion(token: PassportToken, tokens: readonly PassportToken[]): PassportCheck {
  if (!token.extension.startsWith("div")) return noted("diversion", "NOT_DIVERTED");
  const old = signedAddresses(token.divertedFrom);
  const from = namesIn(token.divertedFrom).join(", ");
  if (old.length === 0) return failed("diversion", "DIVERSION_MISSING");
  const continued = tokens.find(
    (other) => other !== token && likenessToAny(signedAddresses(other.destination), old) === "same",
  );
  if (!continued) return failed("diversion", "DIVERSION_NOT_LINKED", { from });
  return compareToContinued(token, continued, from);
}

function compareToContinued(token: PassportToken, continued: PassportToken, from: string): PassportCheck {
  const callers = likenessToAny(signedAddresses(token.origin), signedAddresses(continued.origin));
  if (callers === "different") {
    const values = {
      origin: namesIn(token.origin).join(", "),
      earlier: namesIn(continued.origin).join(", "),
    };
    return failed("diversion", "DIVERSION_ORIGIN_DIFFERS", values);
  }
  const seconds = (issuedAtOf(continued) ?? 0) - (issuedAtOf(token) ?? 0);
  if (seconds > 0 && issuedAtOf(token) !== undefined) {
    return failed("diversion", "DIVERSION_OUT_OF_ORDER", { seconds: String(seconds) });
  }
  return passed("diversion", "DIVERSION_LINKED", { from, to: namesIn(token.destination).join(", ") });
}
