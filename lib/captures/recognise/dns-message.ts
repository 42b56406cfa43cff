// DNS: RFC 1035 section 4, SRV (RFC 2782), NAPTR (RFC 3403), AAAA (RFC 3596).
import { ipv4Text, ipv6Text } from "../ip-address";
import { plainText, u16 } from "./big-endian";
import { readDnsName } from "./dns-name";

export type DnsQuestion = { name: string; type: string };
/** `text` as a zone file would write it; `target` is the name that it leads to. */
export type DnsAnswer = DnsQuestion & { text: string; target?: string };
export type DnsMessage = { isResponse: boolean; questions: DnsQuestion[]; answers: DnsAnswer[] };

const HEADER_BYTES = 12;
const MAX_RECORDS = 64;
const typeNames = new Map([
  [1, "A"],
  [5, "CNAME"],
  [28, "AAAA"],
  [33, "SRV"],
  [35, "NAPTR"],
]);

/** Reads a message; nothing when the bytes are none. Records after a broken one are left out. */
export function readDnsMessage(bytes: Uint8Array): DnsMessage | undefined {
  const questionCount = u16(bytes, 4);
  const answerCount = u16(bytes, 6) + u16(bytes, 8) + u16(bytes, 10);
  if (bytes.length < HEADER_BYTES + 5 || questionCount > 4 || !isUsualOperation(bytes)) return undefined;
  const message: DnsMessage = { isResponse: (bytes[2] ?? 0) >= 0x80, questions: [], answers: [] };
  let at: number | undefined = HEADER_BYTES;
  for (let count = 0; count < questionCount && at !== undefined; count++)
    at = readQuestion(bytes, at, message);
  if (at === undefined) return undefined;
  for (let count = 0; count < Math.min(answerCount, MAX_RECORDS) && at !== undefined; count++) {
    at = readRecord(bytes, at, message);
  }
  return message;
}

/** A standard query or its answer, the reserved bit clear. */
function isUsualOperation(bytes: Uint8Array): boolean {
  return ((bytes[2] ?? 0) & 0x78) === 0 && ((bytes[3] ?? 0) & 0x40) === 0;
}

function readQuestion(bytes: Uint8Array, at: number, { questions }: DnsMessage): number | undefined {
  const name = readDnsName(bytes, at);
  if (!name || name.end + 4 > bytes.length) return undefined;
  questions.push({ name: name.text, type: typeName(u16(bytes, name.end)) });
  return name.end + 4;
}

function readRecord(bytes: Uint8Array, at: number, { answers }: DnsMessage): number | undefined {
  const name = readDnsName(bytes, at);
  if (!name || name.end + 10 > bytes.length) return undefined;
  const start = name.end + 10;
  const end = start + u16(bytes, name.end + 8);
  if (end > bytes.length) return undefined;
  const type = typeName(u16(bytes, name.end));
  const data = dataOf(bytes, type, start, end);
  if (data) answers.push({ name: name.text, type, ...data });
  return end;
}

function typeName(type: number): string {
  return typeNames.get(type) ?? String(type);
}

type Data = Pick<DnsAnswer, "text" | "target">;

function dataOf(bytes: Uint8Array, type: string, start: number, end: number): Data | undefined {
  if (type === "A" && end - start === 4) return { text: ipv4Text(bytes, start) };
  if (type === "AAAA" && end - start === 16) return { text: ipv6Text(bytes, start) };
  if (type === "CNAME") return named("", readDnsName(bytes, start)?.text);
  if (type === "SRV" && end - start > 6) return serviceOf(bytes, start);
  return type === "NAPTR" ? pointerOf(bytes, start, end) : undefined;
}

function serviceOf(bytes: Uint8Array, start: number): Data | undefined {
  const numbers = `${u16(bytes, start)} ${u16(bytes, start + 2)} ${u16(bytes, start + 4)} `;
  return named(numbers, readDnsName(bytes, start + 6)?.text);
}

function pointerOf(bytes: Uint8Array, start: number, end: number): Data | undefined {
  let at = start + 4;
  const texts: string[] = [];
  for (let count = 0; count < 3; count++) {
    const stop = at + 1 + (bytes[at] ?? 0);
    if (stop > end) return undefined;
    texts.push(`"${plainText(bytes, at + 1, stop)}" `);
    at = stop;
  }
  return named(
    `${u16(bytes, start)} ${u16(bytes, start + 2)} ${texts.join("")}`,
    readDnsName(bytes, at)?.text,
  );
}

function named(before: string, target: string | undefined): Data | undefined {
  return target === undefined ? undefined : { text: `${before}${target}`, target };
}
