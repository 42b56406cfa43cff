// Payload types with a fixed meaning (RFC 3551 section 6, tables 4 and 5).
import type { PayloadFormat } from "./rtp-expected";

const table: readonly (readonly [type: number, codec: string, clockRate: number])[] = [
  [0, "PCMU", 8000],
  [3, "GSM", 8000],
  [4, "G723", 8000],
  [5, "DVI4", 8000],
  [6, "DVI4", 16000],
  [7, "LPC", 8000],
  [8, "PCMA", 8000],
  [9, "G722", 8000],
  [10, "L16", 44100],
  [11, "L16", 44100],
  [12, "QCELP", 8000],
  [13, "CN", 8000],
  [14, "MPA", 90000],
  [15, "G728", 8000],
  [16, "DVI4", 11025],
  [17, "DVI4", 22050],
  [18, "G729", 8000],
  [19, "CN", 8000],
  [25, "CelB", 90000],
  [26, "JPEG", 90000],
  [28, "nv", 90000],
  [31, "H261", 90000],
  [32, "MPV", 90000],
  [33, "MP2T", 90000],
  [34, "H263", 90000],
];

const formats = new Map(table.map(([type, codec, clockRate]) => [type, { type, codec, clockRate }]));

/** What a payload type means without any session description; nothing for the dynamic and unassigned ones. */
export function staticPayloadFormat(type: number): PayloadFormat | undefined {
  return formats.get(type);
}

/** Whether a sender that follows RFC 3551 would use the type without being told to: fixed, or from the dynamic range. */
export function isUsualPayloadType(type: number): boolean {
  return type >= 96 || formats.has(type);
}
