// Classic pcap, https://www.tcpdump.org/manpages/pcap-savefile.5.html.
import { type PcapKind, pcapFileHeaderBytes } from "../files/pcap-file";
import { believableBytes } from "../files/record-cutter";
import { emptyRecord, isRoundedMuch, type TimedRecords } from "./timed-records";

const lastSecond = 0xffff_ffff;

/** `longest`: records beyond are not counted as packets. */
export function createPcapRecords({ order, ...kind }: PcapKind, longest: number): TimedRecords {
  const ticksPerSecond = kind.ticksPerMicrosecond * 1_000_000;
  const record = emptyRecord();
  let isOpen = false;
  let ticks = 0;

  function write(bytes: Buffer, at: number, value: number): void {
    if (order.isLittle) bytes.writeUInt32LE(value, at);
    else bytes.writeUInt32BE(value, at);
  }

  /** The fraction may be more than a second, in files by careless hands. */
  function timeAt(second: number, itsTicks: number) {
    const whole = Math.floor(itsTicks / ticksPerSecond);
    return { second: second + whole, fraction: (itsTicks % ticksPerSecond) / ticksPerSecond };
  }

  return {
    get headerBytes() {
      return isOpen ? kind.recordHeaderBytes : pcapFileHeaderBytes;
    },
    measure(buffer, start) {
      if (!isOpen) return pcapFileHeaderBytes;
      const bytes = order.u32(buffer, start + 8);
      return bytes > believableBytes ? 0 : kind.recordHeaderBytes + bytes;
    },
    read(buffer, start, length) {
      record.kind = isOpen && length <= longest ? "packet" : "other";
      record.hasTime = isOpen;
      isOpen = true;
      if (!record.hasTime) return record;
      const second = order.u32(buffer, start);
      ticks = order.u32(buffer, start + 4);
      record.at = second * 1_000_000 + ticks / kind.ticksPerMicrosecond;
      return Object.assign(record, timeAt(second, ticks));
    },
    delay(bytes, microseconds) {
      const added = Math.round(microseconds * kind.ticksPerMicrosecond);
      const later = timeAt(order.u32(bytes, 0), ticks + added);
      if (later.second > lastSecond) return undefined;
      write(bytes, 0, later.second);
      write(bytes, 4, (ticks + added) % ticksPerSecond);
      return { ...later, isCoarse: isRoundedMuch(microseconds, added / kind.ticksPerMicrosecond) };
    },
  };
}
