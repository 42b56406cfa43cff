import { listsNumber } from "../certificate/number-list";
import type { UploadedCertificate } from "../certificate/uploaded-certificate";
import { readSignedNumber } from "../signalled-number";
import type { PassportCheck } from "../verdict";
import { shownValue } from "./json-claims";
import { namesIn } from "./party";
import { failed, notChecked, passed } from "./passport-check";
import type { PassportToken } from "./token";

/**
 * Whether the signer's certificate may speak for the number (RFC 8226 section 9): for the caller's, or in a div token for
 * the number that the call is diverted from (RFC 8946 section 4.1).
 */
export function checkAuthority(token: PassportToken, { numbers }: UploadedCertificate): PassportCheck {
  const step = "number-authority";
  const spokenFor = token.extension.startsWith("div") ? token.divertedFrom : token.origin;
  if (numbers === undefined) return failed(step, "NO_NUMBER_LIST");
  if (numbers === "unreadable") return failed(step, "NUMBER_LIST_UNREADABLE");
  const number = readSignedNumber(spokenFor.numbers[0] ?? "")?.digits;
  if (number !== undefined && listsNumber(numbers, number)) return passed(step, "NUMBER_COVERED", { number });
  const [provider] = numbers.providers;
  if (provider) return passed(step, "PROVIDER_NAMED", { provider });
  if (number !== undefined) return failed(step, "NUMBER_NOT_COVERED", { number });
  return notChecked(step, "ORIGIN_NOT_A_NUMBER", { origin: shownValue(namesIn(spokenFor).join(", ")) });
}
