import type { PayloadFormat } from "./rtp-expected";
import { staticPayloadFormat } from "./rtp-payload-types";
import type { StreamEnds } from "./rtp-stream";

/** What one payload type of a stream carries, and how many packets of it came. */
export type StreamFormat = {
  type: number;
  packets: number;
  codec?: string;
  /** 0 when neither the signalling nor the static table tells. */
  clockRate: number;
  role: "media" | "event" | "noise" | "unknown";
  isAnnounced: boolean;
};

/** A sender that keeps to RFC 3551 uses few types; more than this are counted under the first. */
const MAX_FORMATS = 16;

export function streamFormat(type: number, announced: PayloadFormat | undefined): StreamFormat {
  const format: StreamFormat = { type, packets: 0, clockRate: 0, role: "unknown", isAnnounced: false };
  learnFormat(format, announced);
  return format;
}

/** Takes what the signalling says of the type, or else the static table. A rate once known is not unlearnt. */
export function learnFormat(format: StreamFormat, announced: PayloadFormat | undefined): void {
  if (format.isAnnounced) return;
  const fixed = staticPayloadFormat(format.type);
  const known = announced ?? fixed;
  if (!known) return;
  format.isAnnounced = announced !== undefined;
  format.codec = known.codec;
  format.clockRate = known.clockRate ?? fixed?.clockRate ?? 0;
  format.role = roleOf(known);
}

function roleOf({ type, codec }: PayloadFormat): StreamFormat["role"] {
  if (codec.toLowerCase() === "telephone-event") return "event";
  return type === 13 || type === 19 || codec.toUpperCase() === "CN" ? "noise" : "media";
}

/** The entry of a type in a stream's list; a new one as long as there is room. */
export function formatIn(
  formats: StreamFormat[],
  type: number,
  ends: StreamEnds,
  announced: (ends: StreamEnds, type: number) => PayloadFormat | undefined,
): StreamFormat {
  for (const format of formats) if (format.type === type) return format;
  const first = formats[0];
  if (first && formats.length >= MAX_FORMATS) return first;
  const format = streamFormat(type, announced(ends, type));
  formats.push(format);
  return format;
}

/** The one that carries the sound or picture: the commonest that is neither keys nor comfort noise. */
export function mainFormat(formats: readonly StreamFormat[]): StreamFormat | undefined {
  const carrying = formats.filter(({ role }) => role === "media" || role === "unknown");
  return (carrying.length > 0 ? carrying : formats).reduce<StreamFormat | undefined>(
    (most, format) => (most && most.packets >= format.packets ? most : format),
    undefined,
  );
}
