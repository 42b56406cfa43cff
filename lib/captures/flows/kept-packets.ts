import type { FlowSummary, PacketFlow } from "./packet-flow";
import type { SeenPacket } from "./seen-packet";
import { createSequenceUnwrapper } from "./sequence-unwrapper";

/** The packets of one flow, in arrays that grow. */
export type KeptPackets = {
  readonly packets: number;
  /** Packets that were not kept. */
  leftOut: number;
  add(packet: SeenPacket): void;
  flow(summary: FlowSummary): PacketFlow;
};

const firstRoom = 16;
const largestSize = 0xffff;

export function createKeptPackets(isRtp: boolean): KeptPackets {
  const unwrapper = createSequenceUnwrapper();
  let packets = 0;
  let at = new Float64Array(firstRoom);
  let bytes = new Uint16Array(firstRoom);
  let frame = new Uint32Array(firstRoom);
  let sequence = new Int32Array(isRtp ? firstRoom : 0);
  let mediaTime = new Float64Array(isRtp ? firstRoom : 0);
  let lastMediaTime = 0;

  function grow(): void {
    const room = at.length + Math.max(firstRoom, at.length >> 1);
    at = resized(at, room);
    bytes = resized(bytes, room);
    frame = resized(frame, room);
    if (!isRtp) return;
    sequence = resized(sequence, room);
    mediaTime = resized(mediaTime, room);
  }

  function addHeader(packet: SeenPacket): void {
    const step = (packet.timestamp - lastMediaTime) | 0;
    lastMediaTime = packets === 0 ? packet.timestamp : lastMediaTime + step;
    mediaTime[packets] = lastMediaTime;
    sequence[packets] = unwrapper.unwrap(packet.sequence);
  }

  return {
    leftOut: 0,
    get packets() {
      return packets;
    },
    add(packet) {
      if (packets === at.length) grow();
      at[packets] = packet.at;
      bytes[packets] = Math.min(packet.bytes, largestSize);
      frame[packets] = packet.frame;
      if (isRtp) addHeader(packet);
      packets += 1;
    },
    flow(summary) {
      const plain = {
        summary,
        at: at.slice(0, packets),
        bytes: bytes.slice(0, packets),
        frame: frame.slice(0, packets),
      };
      if (!isRtp) return plain;
      return { ...plain, sequence: sequence.slice(0, packets), mediaTime: mediaTime.slice(0, packets) };
    },
  };
}

function resized<Numbers extends Float64Array | Uint16Array | Uint32Array | Int32Array>(
  numbers: Numbers,
  room: number,
): Numbers {
  const larger = new (numbers.constructor as new (room: number) => Numbers)(room);
  larger.set(numbers);
  return larger;
}
