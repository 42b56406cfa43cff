import { type Param, paramValue } from "@/lib/sip/header-params";
import { valuesOf } from "@/lib/sip/header-values";
import type { SipMessage } from "@/lib/sip/message";
import { bodyParts } from "@/lib/sip/multipart";
import { type NameAddr, readNameAddr } from "@/lib/sip/name-addr";
import type { Range } from "@/lib/sip/range";
import { readSdp } from "@/lib/sip/sdp";
import { addressOf, type SignalledAddress } from "./signalled-address";
import type { AssertedIdentity } from "./verdict";

export type IdentitySource = AssertedIdentity["source"];

/** One value of a message that tells of the caller, as it stands there. */
export type WrittenValue = {
  source: IdentitySource;
  value: string;
  range: Range;
  address?: SignalledAddress;
  /** RPID: whether the sender says that it checked the number. */
  isScreened?: boolean;
};

/** Which values to look for. */
export type Wanted = { headers: ReadonlyMap<string, IdentitySource>; hasSdp: boolean };

const deciding: IdentitySource[] = [
  "From",
  "P-Asserted-Identity",
  "P-Preferred-Identity",
  "Remote-Party-ID",
  "Identity",
];
const plain: IdentitySource[] = ["Identity", "User-Agent"];
const shownOnly: IdentitySource[] = ["Contact", "Referred-By", "Diversion", "History-Info", "User-Agent"];

/** The headers that decide the result. */
export const decidingValues: Wanted = { headers: byName(deciding), hasSdp: false };
/** All that is worth showing. */
export const allValues: Wanted = { headers: byName([...deciding, ...shownOnly]), hasSdp: true };

function byName(sources: readonly IdentitySource[]): ReadonlyMap<string, IdentitySource> {
  return new Map(sources.map((source) => [source, source]));
}

/**
 * The wanted values of a message in the order of its bytes; a verstat parameter is a value of its own. Those in `known`,
 * which grows, are passed over unread: what a proxy forwards is the same letter by letter.
 */
export function writtenValues(message: SipMessage, wanted: Wanted, known: Set<string>): WrittenValue[] {
  const found: WrittenValue[] = [];
  for (const header of message.headers) {
    const source = wanted.headers.get(header.name);
    if (source === undefined) continue;
    for (const range of valuesOf(message.text, header)) {
      const value = message.text.slice(range.start, range.end);
      const key = `${source} ${value}`;
      if (value === "" || known.has(key)) continue;
      known.add(key);
      if (plain.includes(source)) found.push({ source, value, range });
      else found.push(...addressValues(message.text, range, source));
    }
  }
  return wanted.hasSdp ? [...found, ...sdpOrigin(message)] : found;
}

function addressValues(text: string, range: Range, source: IdentitySource): WrittenValue[] {
  const named = readNameAddr(text, range);
  // The draft of Remote-Party-ID uses it for the called person, too.
  if (source === "Remote-Party-ID" && paramValue(named.params, "party") === "called") return [];
  const address = addressOf(text, named);
  const value: WrittenValue = {
    source,
    value: text.slice(range.start, range.end),
    range,
    address,
    ...(source === "Remote-Party-ID" && { isScreened: paramValue(named.params, "screen") === "yes" }),
  };
  const verstat = verstatOf(text, named);
  return verstat ? [value, verstat] : [value];
}

/** 3GPP TS 24.229 puts the parameter into the number; some put it behind the host or behind the header. */
function verstatOf(text: string, { uri, params }: NameAddr): WrittenValue | undefined {
  const isVerstat = ({ name }: Param) => name === "verstat";
  const found = uri.userParams.find(isVerstat) ?? uri.params.find(isVerstat) ?? params.find(isVerstat);
  if (!found?.value) return undefined;
  const range = found.valueRange ?? found.range;
  return { source: "verstat", value: text.slice(range.start, range.end), range };
}

function sdpOrigin(message: SipMessage): WrittenValue[] {
  const part = bodyParts(message).find(({ contentType }) => contentType === "application/sdp");
  const range = part && readSdp(message.text, part.range).origin?.range;
  return range ? [{ source: "SDP origin", value: message.text.slice(range.start, range.end), range }] : [];
}
