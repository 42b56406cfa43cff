import type { SightingDetail } from "../sighting";
import { type DnsAnswer, type DnsMessage, type DnsQuestion, readDnsMessage } from "./dns-message";

export const DNS_PORT = 53;

/** Reads what concerns calls. Remembers the names that SRV and NAPTR led to, for their addresses are asked next. */
export type DnsReader = ReturnType<typeof createDnsReader>;

/** Services of RFC 3263, RFC 8489, RFC 8656 and H.323 annex O. */
const CALL_SERVICE = /^_(sips?|stuns?|turns?|h323(cs|ls|rs)?|iax2?)\._/;
const MAX_NAMES = 1_000;

export type DnsReading = { details: SightingDetail[]; names: string[] };

export function createDnsReader() {
  const ledTo = new Set<string>();

  /** Nothing when the bytes are no DNS; no details when they do not concern calls. */
  function read(bytes: Uint8Array): DnsReading | undefined {
    const message = readDnsMessage(bytes);
    if (!message) return undefined;
    const answers = message.answers.filter(concernsCalls);
    for (const { target } of answers) if (target && ledTo.size < MAX_NAMES) ledTo.add(target);
    return { details: detailsOf(message), names: message.questions.map(({ name }) => name) };
  }

  function detailsOf({ questions, answers }: DnsMessage): SightingDetail[] {
    return [
      ...questions
        .filter(concernsCalls)
        .map(({ name, type }) => ({ name: "question" as const, value: `${type} ${name}` })),
      ...answers.filter(concernsCalls).map((answer) => ({ name: "answer" as const, value: textOf(answer) })),
    ];
  }

  function concernsCalls({ name, type }: DnsQuestion): boolean {
    if (type === "NAPTR" || name.endsWith(".e164.arpa")) return true;
    if (type === "SRV") return CALL_SERVICE.test(name);
    return (type === "A" || type === "AAAA" || type === "CNAME") && (ledTo.has(name) || hasSipLabel(name));
  }

  return { read };
}

/** "sip.example.com", "sip1.example.com", "sip-proxy.example.com"; not "gossip.example.com". */
function hasSipLabel(name: string): boolean {
  return /(^|[.-])sips?\d*([.-]|$)/.test(name);
}

function textOf({ name, type, text }: DnsAnswer): string {
  return `${name} ${type} ${text}`;
}
