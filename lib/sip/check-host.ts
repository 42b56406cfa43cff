import type { HostPort } from "./host-port";
import type { Range } from "./range";
import type { Report } from "./report";

/** Host and port as read, and where they end: a host that is absent is told of there. */
type Place = { hostPort: HostPort; end: number };

/** RFC 3261 section 25.1, hostport. */
export function checkHostPort(text: string, { hostPort, end }: Place, report: Report): void {
  const { host, port, portRange } = hostPort;
  if (!host) report("HOST_MALFORMED", { start: end, end });
  else checkHost(text, host, report);
  if (portRange && (port === undefined || port > 65_535)) report("PORT_OUT_OF_RANGE", portRange);
}

function checkHost(text: string, range: Range, report: Report): void {
  const host = text.slice(range.start, range.end);
  const isBracketed = text[range.start - 1] === "[";
  if (isBracketed && text[range.end] !== "]") report("UNTERMINATED_BRACKET", range);
  if (!isBracketed && host.includes(":")) report("IPV6_WITHOUT_BRACKETS", range);
  if (isBracketed ? !isIpv6(host) : !isHost(host)) report("HOST_MALFORMED", range);
}

function isHost(host: string): boolean {
  if (host.includes(":")) return isIpv6(host);
  if (/^[\d.]+$/.test(host)) return isIpv4(host);
  const labels = host.replace(/\.$/, "").split(".");
  return labels.every((label) => /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));
}

function isIpv4(host: string): boolean {
  const octets = host.split(".");
  return octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
}

function isIpv6(host: string): boolean {
  const groups = host.split(":");
  return groups.length >= 3 && groups.length <= 9 && /^[0-9A-Fa-f:.]+$/.test(host) && !host.includes(":::");
}
