import type { CaptureFinding } from "./capture-finding";
import { type CaptureFindings, createCaptureFindings } from "./capture-findings";
import type { CaptureSink } from "./capture-sink";
import type { CaptureFile, CaptureFormat } from "./files/capture-file";
import { pcapFormat } from "./files/pcap-file";
import { pcapngFormat } from "./files/pcapng-file";
import { createRecordCutter, type RecordCutter } from "./files/record-cutter";
import { createPacketDecoder, type PacketDecoder } from "./packet-decoder";
import { emptyHand, type PacketInHand } from "./packet-in-hand";
import { defaultPacketLimits, longestRecord, type PacketLimits } from "./packet-limits";

/** Reads a capture as its bytes come in. It never throws: what is odd becomes a finding. */
export type PacketReader = {
  /** The next bytes of the (unpacked) file, cut anywhere. */
  push(chunk: Uint8Array): void;
  /** The file has ended: gives out what still waits. */
  end(): void;
  readonly findings: CaptureFinding[];
  /** Packets read so far. */
  readonly packets: number;
};

const magicBytes = 4;
/** A smaller step back is the jitter of a machine that captures with several processors. */
const stepBackMicroseconds = 1_000_000;

/**
 * Reads pcap and pcapng files, found by their first bytes; another file gives the finding NOT_A_CAPTURE alone. Memory
 * is bounded by `limits`, whatever the file says of itself.
 */
export function createPacketReader(sink: CaptureSink, limits: Partial<PacketLimits> = {}): PacketReader {
  const allLimits = { ...defaultPacketLimits, ...limits };
  const findings = createCaptureFindings();
  const decoder = createPacketDecoder(sink, findings, allLimits);
  const packet = emptyHand();
  const file = { findings, limits: allLimits, packet, packetRead: packetReader(packet, findings, decoder) };
  let magic = Buffer.alloc(0);
  let cutter: RecordCutter | undefined;
  let isForeign = false;

  /** Keeps bytes until there are enough to tell the format. */
  function open(chunk: Buffer): void {
    magic = Buffer.concat([magic, chunk]);
    if (magic.length < magicBytes) return;
    cutter = cutterFor(magic.readUInt32LE(0), file);
    cutter?.push(magic);
    isForeign = cutter === undefined;
    magic = Buffer.alloc(0);
  }

  return {
    push(chunk) {
      if (isForeign) return;
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (cutter) cutter.push(bytes);
      else open(bytes);
    },
    end() {
      if (!cutter) findings.note("NOT_A_CAPTURE");
      else if (cutter.isInside()) findings.note("FILE_CUT", packet.frame || undefined);
      decoder.end();
    },
    findings: findings.list,
    get packets() {
      return packet.frame;
    },
  };
}

function cutterFor(magic: number, file: CaptureFile): RecordCutter | undefined {
  const format: CaptureFormat | undefined = pcapFormat(magic) ?? pcapngFormat(magic);
  return format && createRecordCutter(format(file), longestRecord(file.limits));
}

/** Counts the packet that the file format has put in hand, checks what the file says of it, and takes it apart. */
function packetReader(packet: PacketInHand, findings: CaptureFindings, decoder: PacketDecoder): () => void {
  let lastAt = 0;
  return () => {
    packet.frame += 1;
    if (packet.at < lastAt - stepBackMicroseconds) findings.note("TIME_GOES_BACK", packet.frame);
    lastAt = packet.at;
    if (packet.cutBytes > 0) findings.note("PACKET_CUT", packet.frame);
    if (packet.cutBytes < 0) findings.note("PACKET_LENGTH_WRONG", packet.frame);
    packet.cutBytes = Math.max(0, packet.cutBytes);
    decoder.decode(packet);
  };
}
