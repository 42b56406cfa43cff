import type { CaptureFindings } from "../capture-findings";
import type { PacketInHand } from "../packet-in-hand";
import type { PacketLimits } from "../packet-limits";
import type { RecordFormat } from "./record-cutter";

/** What a reader of a file format works with. */
export type CaptureFile = {
  findings: CaptureFindings;
  limits: PacketLimits;
  /** Filled by the format, then handed to `packetRead`. */
  packet: PacketInHand;
  /** Says that `packet` holds the next packet of the file. */
  packetRead(): void;
};

export type CaptureFormat = (file: CaptureFile) => RecordFormat;
