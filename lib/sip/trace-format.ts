import type { TraceFormat } from "./trace-totals";

/** Bytes that are needed to tell a format. */
export const MAGIC_BYTES = 4;

/** The first four bytes of capture files (pcap-savefile(5), draft-ietf-opsawg-pcapng) in both byte orders. */
const magics: Record<string, TraceFormat> = {
  a1b2c3d4: "pcap",
  d4c3b2a1: "pcap",
  a1b23c4d: "pcap",
  "4d3cb2a1": "pcap",
  a1b2cd34: "pcap",
  "34cdb2a1": "pcap",
  "0a0d0d0a": "pcapng",
};

/** What a file is by its first bytes. Whatever is no capture may be a text log. */
export function traceFormatOf(first: Uint8Array): TraceFormat {
  return magics[Buffer.from(first.subarray(0, MAGIC_BYTES)).toString("hex")] ?? "text";
}
