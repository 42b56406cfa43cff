/** The first four bytes of captures of network traffic, in both byte orders. */
const magics: Record<string, string> = {
  // draft-ietf-opsawg-pcap section 4: seconds with microseconds, and with nanoseconds.
  a1b2c3d4: "application/vnd.tcpdump.pcap",
  d4c3b2a1: "application/vnd.tcpdump.pcap",
  a1b23c4d: "application/vnd.tcpdump.pcap",
  "4d3cb2a1": "application/vnd.tcpdump.pcap",
  // draft-ietf-opsawg-pcapng section 4.1: a Section Header Block, the same in both orders.
  "0a0d0d0a": "application/x-pcapng",
};

/** The media type of a capture by its first bytes, or nothing. */
export function captureMediaType(bytes: Uint8Array): string | undefined {
  const magic = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return magics[magic];
}
