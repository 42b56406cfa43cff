import { ipv4Text, ipv6Text } from "./ip-address";

/** Gives addresses as text and remembers them, for a capture names few addresses many times. */
export type AddressTexts = {
  ipv4(buffer: Buffer, at: number): string;
  ipv6(buffer: Buffer, at: number): string;
};

const mostRemembered = 65_536;

export function createAddressTexts(): AddressTexts {
  const ipv4 = new Map<number, string>();
  const ipv6 = new Map<string, string>();
  return {
    ipv4(buffer, at) {
      const key = buffer.readInt32BE(at);
      return ipv4.get(key) ?? remember(ipv4, key, ipv4Text(buffer, at));
    },
    ipv6(buffer, at) {
      const key = buffer.toString("latin1", at, at + 16);
      return ipv6.get(key) ?? remember(ipv6, key, ipv6Text(buffer, at));
    },
  };
}

function remember<Key>(texts: Map<Key, string>, key: Key, text: string): string {
  if (texts.size >= mostRemembered) texts.clear();
  texts.set(key, text);
  return text;
}
