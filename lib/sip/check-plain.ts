/*
 * The forms that nearly every value has, as patterns that match where the value stands. What matches is without fault
 * and costs one pass over its letters; only what does not is read closely. A pattern may miss good values, never pass
 * a bad one: the tests hold each against the close reading. What may repeat shares no letter with what follows it, so
 * that no text makes a pattern try again and again.
 */
import type { Range } from "./range";

const token = "[\\w.!%*+`'~-]+";
const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const host = `(?:[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*|${octet}(?:\\.${octet}){3})`;
const port = "(?::\\d{1,4})?";
const uriParams =
  "(?:;lr(?:=on)?)?(?:;transport=\\w+)?(?:;user=\\w+)?(?:;(?:ob|rinstance=\\w+|line=\\w+|ftag=[\\w.-]+))?";
const uri = `(?:sips?:(?:[\\w.!~*'()&=+$,;?/-]+@)?${host}${port}${uriParams}|tel:\\+\\d+)`;
const name = '(?:"[ !#-[\\]-~]*" ?|[\\w.!%*+`\'~ -]*)';
const address = `${name}<${uri}>`;
const word = "[\\w.!%*+`'~()<>:\\\\/\"[\\]?{}-]+";
const rport = "(?:;rport(?:=\\d{1,5})?)";
const received = `(?:;received=${host})`;
// Not an address that means everybody.
const sender = `(?!255\\.|2[23]\\d\\.)${host}${port}`;
const branch = `;branch=z9hG4bK${token}`;

const pattern = (source: string) => new RegExp(source, "y");

export const plainUri = pattern(uri);
export const plainTaggedAddress = pattern(`${address};tag=${token}`);
export const plainTo = pattern(`${address}(?:;tag=${token})?`);
export const plainAddress = pattern(address);
export const plainContact = pattern(`${address}(?:;expires=\\d{1,9})?`);
export const plainRoute = pattern(
  `<sips?:(?:[\\w.!~*'()&=+$-]+@)?${host}${port}(?:;transport=\\w+)?;lr(?:=on)?(?:;ftag=[\\w.-]+)?>`,
);
export const plainVia = pattern(
  `SIP/2\\.0/(?:UDP|TCP|TLS|WSS?|SCTP) ${sender}(?:${branch}(?:${received}${rport}?|${rport}${received}?)?|${rport}${received}?${branch})`,
);
export const plainCSeq = pattern("\\d{1,9} [A-Z]+");
export const plainCallId = pattern(`${word}(?:@${word})?`);
export const plainMaxForwards = pattern("[1-9]\\d?");
export const plainSeconds = pattern("\\d{1,9}");
export const plainContentType = pattern("application/sdp");
/** Free text and values that are not looked into: no control characters. */
export const plainText = pattern("[\\t -~\\x80-\\xff]*");

export function isPlain(plain: RegExp, text: string, { start, end }: Range): boolean {
  plain.lastIndex = start;
  return plain.test(text) && plain.lastIndex === end;
}
