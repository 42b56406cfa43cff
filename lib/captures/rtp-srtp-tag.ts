// SRTP shows itself by its authentication tag (RFC 3711 section 3.1, RFC 7714 section 5.2) where a codec has as many bytes
// as ticks: 160 ticks of G.711 take 160 bytes, and 170 with a tag.

/** The surplus of the latest packets, and how many in a row had it. */
export type TagSigns = { bytes: number; packets: number };

const TAG_BYTES = [4, 10, 16];
/** Packets in a row, so that a sender with odd sizes is not taken for an encrypting one. */
const SURE_PACKETS = 20;
/** Longer packets than this come after a silence, and say nothing. */
const MAX_TICKS = 1_000;

export function hasByteForTick(codec: string | undefined): boolean {
  return codec === "PCMU" || codec === "PCMA" || codec === "G722";
}

/** Takes the payload size and the ticks since the packet before; whether the stream is now known to be SRTP. */
export function takeTagSign(signs: TagSigns, payloadBytes: number, ticks: number): boolean {
  const surplus = payloadBytes - ticks;
  if (ticks <= 0 || ticks > MAX_TICKS) return false;
  signs.packets = surplus === signs.bytes ? signs.packets + 1 : 1;
  signs.bytes = surplus;
  return signs.packets >= SURE_PACKETS && TAG_BYTES.includes(surplus);
}
