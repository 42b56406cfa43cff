import type { Range } from "./range";
import type { SdpLine } from "./sdp-lines";

/** `c=` (RFC 8866 section 5.7); the address without time to live and count. */
export type SdpConnection = { range: Range; address: string; isIpv6: boolean };

/** The first c= of the lines. */
export function readConnection(lines: readonly SdpLine[]): SdpConnection | undefined {
  const line = lines.find(({ letter }) => letter === "c");
  if (!line) return undefined;
  const [, family = "", place = ""] = line.value.text.trim().split(/\s+/);
  const [address = ""] = place.split("/");
  return { range: line.range, address, isIpv6: family.toUpperCase() === "IP6" };
}
