// pcapng, draft-ietf-opsawg-pcapng.
import { type ByteOrder, littleEndian } from "../files/byte-order";
import {
  enhancedPacket,
  interfaceDescription,
  oldPacket,
  sectionHeader,
  sectionOrder,
  simplePacket,
  trailerBytes,
} from "../files/pcapng-file";
import {
  type CaptureInterface,
  microseconds as microsecondsOf,
  readInterface,
} from "../files/pcapng-interface";
import { believableBytes } from "../files/record-cutter";
import { emptyRecord, isRoundedMuch, type RecordTime, type TimedRecords } from "./timed-records";

const mostInterfaces = 0x1_0000;
const timeAt = 12;
const packetHeaderBytes = 28;
const simpleHeaderBytes = 12;
const ticksLimit = 1n << 64n;

/** `longest`: blocks beyond are not counted as packets. */
export function createPcapngRecords(longest: number): TimedRecords {
  const record = emptyRecord();
  let order: ByteOrder = littleEndian;
  let interfaces: CaptureInterface[] = [];
  let from: CaptureInterface | undefined;

  function orderOf(buffer: Buffer, start: number): ByteOrder | undefined {
    return order.u32(buffer, start) === sectionHeader ? sectionOrder(buffer, start) : order;
  }

  function readBlock(buffer: Buffer, start: number, end: number): void {
    const type = order.u32(buffer, start);
    if (type === sectionHeader) openSection(buffer, start);
    else if (type === interfaceDescription) describeInterface(buffer, start, end);
    else if (type === enhancedPacket) readPacket(buffer, start, end, order.u32(buffer, start + 8));
    else if (type === oldPacket) readPacket(buffer, start, end, order.u16(buffer, start + 8));
    else if (type === simplePacket && end - start >= simpleHeaderBytes) record.kind = "packet";
  }

  function openSection(buffer: Buffer, start: number): void {
    record.kind = "section";
    order = sectionOrder(buffer, start) ?? order;
    interfaces = [];
  }

  function describeInterface(buffer: Buffer, start: number, end: number): void {
    if (end - start < 16 || interfaces.length >= mostInterfaces) return;
    interfaces.push(readInterface(buffer, start, end, order));
  }

  function readPacket(buffer: Buffer, start: number, end: number, interfaceId: number): void {
    if (end - start < packetHeaderBytes) return;
    record.kind = "packet";
    from = interfaces[interfaceId];
    if (!from) return;
    const high = order.u32(buffer, start + timeAt);
    const low = order.u32(buffer, start + timeAt + 4);
    record.hasTime = true;
    record.at = microsecondsOf(from, high, low);
    Object.assign(record, exactTime(from, ticksOf(high, low)));
  }

  function writeTicks(bytes: Buffer, ticks: bigint): void {
    const halves = [Number(ticks >> 32n), Number(ticks & 0xffff_ffffn)];
    for (const [index, half] of halves.entries()) {
      if (order.isLittle) bytes.writeUInt32LE(half, timeAt + index * 4);
      else bytes.writeUInt32BE(half, timeAt + index * 4);
    }
  }

  return {
    headerBytes: 12,
    measure(buffer, start) {
      const length = orderOf(buffer, start)?.u32(buffer, start + 4) ?? 0;
      return length >= 12 && length <= believableBytes && length % 4 === 0 ? length : 0;
    },
    read(buffer, start, length) {
      record.kind = "other";
      record.hasTime = false;
      const end = start + length - trailerBytes;
      if (orderOf(buffer, start)?.u32(buffer, end) !== length) record.kind = "damaged";
      else if (length <= longest) readBlock(buffer, start, end);
      return record;
    },
    delay(bytes, microseconds) {
      if (!from) return undefined;
      const added = Math.round((microseconds * from.ticksPerSecond) / 1_000_000);
      const ticks = ticksOf(order.u32(bytes, timeAt), order.u32(bytes, timeAt + 4)) + BigInt(added);
      if (ticks >= ticksLimit) return undefined;
      writeTicks(bytes, ticks);
      const written = (added * 1_000_000) / from.ticksPerSecond;
      return { ...exactTime(from, ticks), isCoarse: isRoundedMuch(microseconds, written) };
    },
  };
}

function ticksOf(high: number, low: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}

function exactTime({ ticksPerSecond, offsetSeconds }: CaptureInterface, ticks: bigint): RecordTime {
  const perSecond = BigInt(ticksPerSecond);
  const second = Number(ticks / perSecond) + offsetSeconds;
  return { second, fraction: Number(ticks % perSecond) / ticksPerSecond };
}
