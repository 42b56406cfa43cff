import ipaddr from "ipaddr.js";

/** The 4 or 16 bytes of an address in text, such as "192.0.2.1" or "2001:db8::1". */
export function addressBytes(address: string): Uint8Array {
  return Uint8Array.from(ipaddr.parse(address).toByteArray());
}

export function ipv4Text(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** The text of RFC 5952; an IPv4-mapped address keeps its dots (section 5). */
export function ipv6Text(bytes: Uint8Array, at: number): string {
  const address = new ipaddr.IPv6(Array.from(bytes.subarray(at, at + 16)));
  return address.isIPv4MappedAddress() ? `::ffff:${address.toIPv4Address()}` : address.toString();
}
