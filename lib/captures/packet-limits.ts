/** What a packet reader keeps in memory at most. Times are capture time, not the clock's. */
export type PacketLimits = {
  /** Longer packets are passed over. */
  packetBytes: number;
  /** Headers of one packet, all tunnels taken together. */
  layers: number;
  /** IP packets that wait for their fragments, and their bytes together. */
  fragmentedPackets: number;
  fragmentBytes: number;
  fragmentSeconds: number;
  /** Directions of TCP connections that are followed at a time. */
  streams: number;
  streamIdleSeconds: number;
  /** What one direction keeps while it waits for a missing segment, and how long. */
  waitingSegments: number;
  waitingBytes: number;
  waitingSeconds: number;
  /** What all directions keep together. */
  allWaitingBytes: number;
  /** Longer messages of a WebSocket or of SCTP are passed over. */
  messageBytes: number;
  /** Directions of SCTP associations that are followed at a time, and fragments that wait in each. */
  associations: number;
  associationFragments: number;
};

export const defaultPacketLimits: PacketLimits = {
  packetBytes: 262_144,
  layers: 32,
  fragmentedPackets: 1_024,
  fragmentBytes: 8_388_608,
  fragmentSeconds: 30,
  streams: 16_384,
  streamIdleSeconds: 7_200,
  waitingSegments: 256,
  waitingBytes: 524_288,
  waitingSeconds: 30,
  allWaitingBytes: 33_554_432,
  messageBytes: 1_048_576,
  associations: 1_024,
  associationFragments: 256,
};

/** What a pcapng block may hold besides its packet. */
const optionBytes = 65_536;

/** Longer records of a file are passed over, and not counted as packets. */
export function longestRecord({ packetBytes }: PacketLimits): number {
  return packetBytes + optionBytes;
}
