import { firstValue, headerValues } from "@/lib/sip/header-values";
import type { SipMessage } from "@/lib/sip/message";
import { readUri } from "@/lib/sip/uri";
import type { Hop } from "../hops";
import { addressOf, readAddress, type SignalledAddress } from "../signalled-address";

/** What the message that carries a PASSporT says itself, to set the token against. */
export type SignedCall = {
  from?: SignalledAddress;
  asserted: SignalledAddress[];
  to?: SignalledAddress;
  /** The request's address: whom it goes to now. Read when asked for, as few tokens want it. */
  target(): SignalledAddress | undefined;
  /** Diversion and History-Info: whom it was for before, unsigned. */
  diverted(): SignalledAddress[];
  /** Seconds since 1970 by the Date header. */
  date?: number;
  /** Seconds since 1970 when the capture saw the message. */
  seenAt?: number;
};

export function signedCallOf({ read, seen }: Hop): SignedCall {
  const first = (name: string) => addresses(read, name)[0];
  const date = dateOf(read);
  return {
    from: first("From"),
    asserted: addresses(read, "P-Asserted-Identity"),
    to: first("To"),
    target: () => targetOf(read),
    diverted: () => [...addresses(read, "Diversion"), ...addresses(read, "History-Info")],
    ...(date !== undefined && { date }),
    ...(seen.at !== undefined && { seenAt: seen.at / 1_000_000 }),
  };
}

function addresses(read: SipMessage, name: string): SignalledAddress[] {
  return headerValues(read, name).map((range) => readAddress(read.text, range));
}

function targetOf(read: SipMessage): SignalledAddress | undefined {
  if (read.kind !== "request") return undefined;
  return addressOf(read.text, { uri: readUri(read.text, read.uri) });
}

// RFC 3261 section 20.17: an RFC 1123 date, always in GMT. Anything else is left to nobody's guess.
function dateOf(read: SipMessage): number | undefined {
  const written = firstValue(read, "Date");
  if (!written || !/^\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(written)) return undefined;
  const milliseconds = Date.parse(written);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
