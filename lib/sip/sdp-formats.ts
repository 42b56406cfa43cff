import type { SdpAttribute } from "./sdp-attributes";

/** One payload type or format of an m= line. */
export type SdpFormat = {
  /** As written: "0", "101", "t38". */
  payload: string;
  /** From `a=rtpmap`, as written, else the fixed name of RFC 3551 section 6. */
  encoding?: string;
  clockRate?: number;
  channels?: number;
  /** `a=fmtp`, as written. */
  parameters?: string;
};

/** RFC 3551 section 6, tables 4 and 5. */
const fixedEncodings: Record<string, [encoding: string, clockRate: number, channels?: number]> = {
  0: ["PCMU", 8_000],
  3: ["GSM", 8_000],
  4: ["G723", 8_000],
  5: ["DVI4", 8_000],
  6: ["DVI4", 16_000],
  7: ["LPC", 8_000],
  8: ["PCMA", 8_000],
  9: ["G722", 8_000],
  10: ["L16", 44_100, 2],
  11: ["L16", 44_100],
  12: ["QCELP", 8_000],
  13: ["CN", 8_000],
  14: ["MPA", 90_000],
  15: ["G728", 8_000],
  16: ["DVI4", 11_025],
  17: ["DVI4", 22_050],
  18: ["G729", 8_000],
  25: ["CelB", 90_000],
  26: ["JPEG", 90_000],
  28: ["nv", 90_000],
  31: ["H261", 90_000],
  32: ["MPV", 90_000],
  33: ["MP2T", 90_000],
  34: ["H263", 90_000],
};

const MAX_FORMATS = 200;

/** The formats of an m= line in its order, with what its attributes tell of each. */
export function readFormats(payloads: readonly string[], attributes: readonly SdpAttribute[]): SdpFormat[] {
  const maps = byPayload(attributes, "rtpmap");
  const parameters = byPayload(attributes, "fmtp");
  return payloads.slice(0, MAX_FORMATS).map((payload) => ({
    payload,
    ...encodingOf(payload, maps.get(payload)),
    ...(parameters.has(payload) && { parameters: parameters.get(payload) }),
  }));
}

/** `rtpmap:0 PCMU/8000` as "0" -> "PCMU/8000"; the first one counts. */
function byPayload(attributes: readonly SdpAttribute[], wanted: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, value = "" } of attributes) {
    if (name !== wanted) continue;
    const [payload = ""] = value.split(/\s/, 1);
    if (!found.has(payload)) found.set(payload, value.slice(payload.length).trim());
  }
  return found;
}

function encodingOf(payload: string, map: string | undefined): Omit<SdpFormat, "payload"> {
  const fixed = fixedEncodings[payload];
  if (map === undefined && !fixed) return {};
  const [encoding = "", rate, channels] = map === undefined ? (fixed ?? []) : map.split("/");
  return {
    encoding,
    ...(rate !== undefined && { clockRate: Number(rate) }),
    ...(channels !== undefined && { channels: Number(channels) }),
  };
}
