import { compareAddresses, readAddress, type SignalledAddress } from "../signalled-address";
import { type Likeness, readSignedNumber } from "../signalled-number";
import type { PassportCheck } from "../verdict";
import { namesIn, type PassportParty } from "./party";
import { failed, notChecked, noted, passed } from "./passport-check";
import type { SignedCall } from "./signed-call";
import type { PassportToken } from "./token";

/** Whether the caller that was signed is the one that the message shows. */
export function checkOrigin({ origin }: PassportToken, call: SignedCall): PassportCheck {
  const [signed] = signedAddresses(origin);
  if (!signed) return failed("origin", "ORIGIN_MISSING");
  const values = { origin: namesIn(origin).join(", ") };
  const { from, asserted } = call;
  const likenesses = asserted.map((one) => compareAddresses(signed, one));
  const other = asserted[likenesses.indexOf("different")];
  if (other && !likenesses.includes("same")) {
    return failed("origin", "ORIGIN_DIFFERS_FROM_ASSERTED", { ...values, asserted: other.uri });
  }
  const toFrom = from ? compareAddresses(signed, from) : "unclear";
  if (from && toFrom === "different") {
    return failed("origin", "ORIGIN_DIFFERS_FROM_FROM", { ...values, from: from.uri });
  }
  // ATIS-1000074 section 5.2: where there is a P-Asserted-Identity, the caller was taken from it and not from From.
  const like = asserted[likenesses.indexOf("same")] ?? (toFrom === "same" ? from : undefined);
  if (like) return passed("origin", "ORIGIN_MATCHES", { ...values, shown: like.uri });
  return notChecked("origin", "ORIGIN_NOT_COMPARABLE", {
    ...values,
    shown: (asserted[0] ?? from)?.uri ?? "",
  });
}

/** Whether the call was signed for the one called, or was diverted from there. */
export function checkDestination(
  token: PassportToken,
  call: SignedCall,
  tokens: readonly PassportToken[],
): PassportCheck {
  const signed = signedAddresses(token.destination);
  if (signed.length === 0) return failed("destination", "DESTINATION_MISSING");
  const values = { destination: namesIn(token.destination).join(", "), to: call.to?.uri ?? "" };
  const likeness = likenessToAny(signed, shownCalled(token, call));
  if (likeness === "same") return passed("destination", "DESTINATION_MATCHES", values);
  if (likeness === "unclear") return notChecked("destination", "DESTINATION_NOT_COMPARABLE", values);
  if (isDivertedFrom(signed, tokens)) return passed("destination", "DESTINATION_DIVERTED", values);
  if (likenessToAny(signed, call.diverted()) === "same") {
    return noted("destination", "DESTINATION_FORWARDED", values);
  }
  return failed("destination", "DESTINATION_DIFFERS", values);
}

// RFC 8946 section 4.1: a div token is for the new target, which may stand in the request's address alone.
function shownCalled({ extension }: PassportToken, { to, target }: SignedCall): SignalledAddress[] {
  const called = extension.startsWith("div") ? [to, target()] : [to];
  return called.filter((one) => one !== undefined);
}

function isDivertedFrom(signed: readonly SignalledAddress[], tokens: readonly PassportToken[]): boolean {
  return tokens.some(({ divertedFrom }) => likenessToAny(signed, signedAddresses(divertedFrom)) === "same");
}

/** The names of a token, as addresses. */
export function signedAddresses({ numbers, uris }: PassportParty): SignalledAddress[] {
  return [...numbers.map(numberAddress), ...uris.map(uriAddress)];
}

function numberAddress(written: string): SignalledAddress {
  const number = readSignedNumber(written);
  return { uri: written, user: written, host: "", isAnonymous: false, ...(number && { number }) };
}

function uriAddress(written: string): SignalledAddress {
  const bracketed = `<${written}>`;
  return readAddress(bracketed, { start: 0, end: bracketed.length });
}

export function likenessToAny(
  signed: readonly SignalledAddress[],
  shown: readonly SignalledAddress[],
): Likeness {
  const all = signed.flatMap((one) => shown.map((other) => compareAddresses(one, other)));
  return all.includes("same")
    ? "same"
    : all.includes("unclear") || all.length === 0
      ? "unclear"
      : "different";
}
