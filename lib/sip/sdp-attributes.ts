import type { Range } from "./range";
import type { SdpLine } from "./sdp-lines";

/** `a=name:value`, the name in small letters. */
export type SdpAttribute = { range: Range; name: string; value?: string };
/** `a=crypto`: SDES (RFC 4568 section 9.1). */
export type SdpCrypto = { range: Range; tag: string; suite: string; keys: string };
/** `a=fingerprint`: of the certificate that DTLS will show (RFC 8122 section 5). */
export type SdpFingerprint = { range: Range; hash: string; value: string };
/** `a=candidate`: an address that may be used (RFC 8839 section 5.1). */
export type SdpCandidate = {
  range: Range;
  foundation: string;
  component: number;
  transport: string;
  priority: number;
  address: string;
  port: number;
  /** "host", "srflx", "prflx", "relay". */
  type: string;
  relatedAddress?: string;
  relatedPort?: number;
};
/** `a=rtcp` (RFC 3605). */
export type SdpRtcp = { range: Range; port: number; address?: string };

export function readAttributes(lines: readonly SdpLine[]): SdpAttribute[] {
  return lines
    .filter(({ letter }) => letter === "a")
    .map(({ range, value }) => {
      const colon = value.text.indexOf(":");
      if (colon < 0) return { range, name: value.text.trim().toLowerCase() };
      const name = value.text.slice(0, colon).trim().toLowerCase();
      return { range, name, value: value.text.slice(colon + 1).trim() };
    });
}

export function readCryptos(attributes: readonly SdpAttribute[]): SdpCrypto[] {
  return named(attributes, "crypto").map(({ range, words: [tag = "", suite = "", ...keys] }) => ({
    range,
    tag,
    suite,
    keys: keys.join(" "),
  }));
}

export function readFingerprints(attributes: readonly SdpAttribute[]): SdpFingerprint[] {
  return named(attributes, "fingerprint").map(({ range, words: [hash = "", value = ""] }) => ({
    range,
    hash: hash.toLowerCase(),
    value: value.toUpperCase(),
  }));
}

export function readCandidates(attributes: readonly SdpAttribute[]): SdpCandidate[] {
  return named(attributes, "candidate").flatMap(({ range, words }) => {
    const [foundation = "", component, transport = "", priority, address, port, typ, type = ""] = words;
    if (address === undefined || typ !== "typ") return [];
    const candidate = { range, foundation, component: Number(component), transport: transport.toLowerCase() };
    const place = { priority: Number(priority), address, port: Number(port), type };
    return [{ ...candidate, ...place, ...relatedOf(words) }];
  });
}

function relatedOf(words: string[]): Pick<SdpCandidate, "relatedAddress" | "relatedPort"> {
  const address = words.indexOf("raddr");
  const port = words.indexOf("rport");
  return {
    ...(address > 0 && { relatedAddress: words[address + 1] }),
    ...(port > 0 && { relatedPort: Number(words[port + 1]) }),
  };
}

export function readRtcp(attributes: readonly SdpAttribute[]): SdpRtcp | undefined {
  const [rtcp] = named(attributes, "rtcp");
  if (!rtcp) return undefined;
  const [port, , , address] = rtcp.words;
  return { range: rtcp.range, port: Number(port), ...(address && { address }) };
}

function named(attributes: readonly SdpAttribute[], name: string) {
  return attributes
    .filter((attribute) => attribute.name === name)
    .map(({ range, value = "" }) => ({ range, words: value.split(/\s+/) }));
}
