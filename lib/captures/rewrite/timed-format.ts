import { pcapKindOf } from "../files/pcap-file";
import { sectionHeader } from "../files/pcapng-file";
import { defaultPacketLimits, longestRecord } from "../packet-limits";
import { createPcapRecords } from "./pcap-records";
import { createPcapngRecords } from "./pcapng-records";
import type { TimedRecords } from "./timed-records";

export const magicBytes = 4;

/** The format of a file that begins with these bytes; none when there are too few, or it is no capture. */
export function formatOf(buffer: Buffer): TimedRecords | undefined {
  if (buffer.length < magicBytes) return undefined;
  const magic = buffer.readUInt32LE(0);
  const longest = longestRecord(defaultPacketLimits);
  const kind = pcapKindOf(magic);
  if (kind) return createPcapRecords(kind, longest);
  return magic === sectionHeader ? createPcapngRecords(longest) : undefined;
}
