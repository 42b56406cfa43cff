import type { Endpoint } from "@/lib/captures/packet";
import { ethernetUdp, type PacketToWrite } from "@/lib/captures/write-capture";
import { soundPackets } from "@/lib/sip/scenario/sound";

type Sound = { source: Endpoint; destination: Endpoint; ssrc: number; startedAt: number; seconds: number };

const PACKET_MS = 20;
const SAMPLES = 160;
/** Ethernet, IPv4, UDP: before the RTP header. */
const UDP_CHECKSUM = 14 + 20 + 6;
const RTP = 14 + 20 + 8;

/** A stream of G.711: one frame is made with care, the others are copies with their own number and time. */
export function soundFrames({ seconds, ...sound }: Sound): PacketToWrite[] {
  const [first] = soundPackets({ ...sound, seconds: PACKET_MS / 1000 });
  if (!first || seconds === 0) return [];
  const frame = Buffer.from(ethernetUdp({ ...first, payload: first.text }));
  // RFC 768: zero stands for no checksum, which would be another one for each copy.
  frame.writeUInt16BE(0, UDP_CHECKSUM);
  return Array.from({ length: (seconds * 1000) / PACKET_MS }, (_, place) => {
    const bytes = Buffer.from(frame);
    bytes.writeUInt16BE(place & 0xffff, RTP + 2);
    bytes.writeUInt32BE(place * SAMPLES, RTP + 4);
    return { at: sound.startedAt + place * PACKET_MS * 1000, bytes };
  });
}
