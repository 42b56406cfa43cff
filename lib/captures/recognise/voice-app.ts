// Applications that carry calls encrypted end to end. A name is given only for a host that belongs to one of them; it
// says that the application was in use, not that there was a call.

const domains: readonly (readonly [domain: string, application: string])[] = [
  ["whatsapp.com", "whatsapp"],
  ["whatsapp.net", "whatsapp"],
  ["signal.org", "signal"],
  ["whispersystems.org", "signal"],
  ["telegram.org", "telegram"],
  ["t.me", "telegram"],
  ["viber.com", "viber"],
  ["skype.com", "skype"],
  ["teams.microsoft.com", "teams"],
  ["threema.ch", "threema"],
  ["wire.com", "wire"],
  ["discord.media", "discord"],
  ["zoom.us", "zoom"],
];

/** The application that a host name belongs to; nothing for all others. */
export function voiceAppOfHost(host: string): string | undefined {
  const name = host.toLowerCase();
  return domains.find(([domain]) => name === domain || name.endsWith(`.${domain}`))?.[1];
}

/** The opening of WhatsApp's own transport: "WA" and two numbers of its version, alone or after a routing header. */
export function isWhatsAppOpening(bytes: Uint8Array): boolean {
  const at =
    bytes[0] === 0x45 && bytes[1] === 0x44 && bytes[2] === 0 && bytes[3] === 1 ? edgeHeaderEnd(bytes) : 0;
  const [major, minor] = [bytes[at + 2] ?? 0xff, bytes[at + 3] ?? 0xff];
  return bytes[at] === 0x57 && bytes[at + 1] === 0x41 && major >= 1 && major <= 6 && minor <= 9;
}

/** "ED", two bytes of version, a length of three bytes, that many bytes. */
function edgeHeaderEnd(bytes: Uint8Array): number {
  return 7 + (((bytes[4] ?? 0) << 16) | ((bytes[5] ?? 0) << 8) | (bytes[6] ?? 0));
}
