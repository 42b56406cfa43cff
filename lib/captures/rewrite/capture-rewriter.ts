import { createGrowingBytes } from "../growing-bytes";
import { createFlowPlaces } from "./flow-places";
import { createHeldRecords } from "./held-records";
import type { Rewriting } from "./rewrite-capture";
import type { RewriteFinding } from "./rewrite-finding";
import { createRewriteFindings } from "./rewrite-findings";
import { formatOf, magicBytes } from "./timed-format";
import type { RecordTime, TimedRecord, TimedRecords } from "./timed-records";

/** Takes a file as its bytes come in, and gives what is ready of the new one. */
export type CaptureRewriter = {
  push(chunk: Buffer): Buffer;
  end(): Buffer;
  findings(): RewriteFinding[];
  delayed(): number;
};

const usualHeldBytes = 67_108_864;
/** An hour; what is later belongs to another call. */
const longestDelay = 3_600_000_000;
/** A smaller step back is the jitter of a machine that captures with several processors. */
const stepBackSeconds = 1;

export function createCaptureRewriter({ flow, delayOf, heldBytes }: Rewriting): CaptureRewriter {
  const places = createFlowPlaces(flow);
  const held = createHeldRecords();
  const findings = createRewriteFindings();
  const unread = createGrowingBytes();
  let format: TimedRecords | undefined;
  let isLost = false;
  let ready: Buffer[] = [];
  let frame = 0;
  let delayed = 0;
  let lastSeconds = 0;

  /** Takes the records that are whole, and gives how many bytes they are. */
  function takeRecords(buffer: Buffer): number {
    format ??= formatOf(buffer);
    if (!format) return buffer.length < magicBytes ? 0 : giveUp(buffer);
    let start = 0;
    while (buffer.length - start >= format.headerBytes) {
      const length = format.measure(buffer, start);
      if (length > buffer.length - start) return start;
      const record = length > 0 ? format.read(buffer, start, length) : undefined;
      if (!record || record.kind === "damaged") return start + giveUp(buffer.subarray(start));
      take(record, buffer.subarray(start, start + length), format);
      start += length;
    }
    return start;
  }

  /** From here on, everything is copied. */
  function giveUp(rest: Buffer): number {
    isLost = true;
    release();
    copyTail(rest);
    return rest.length;
  }

  function copyTail(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (format) findings.note("TAIL_COPIED", bytes.length);
    ready.push(bytes);
  }

  function take(record: TimedRecord, bytes: Buffer, its: TimedRecords): void {
    if (record.kind === "section") release();
    if (record.kind === "packet") frame += 1;
    if (record.hasTime) releaseBefore(record);
    const delay = record.kind === "packet" && record.hasTime ? delayAt(record.at) : 0;
    if (delay === 0 || !hold(Buffer.from(bytes), delay, its)) ready.push(bytes);
  }

  function delayAt(at: number): number {
    const index = places.indexAt(frame, at);
    const delay = index < 0 ? 0 : delayOf(index);
    if (delay >= 0 && delay <= longestDelay) return delay;
    findings.note("DELAY_REFUSED");
    return 0;
  }

  /** Whether the packet could be given its later time. */
  function hold(packet: Buffer, delay: number, its: TimedRecords): boolean {
    const later = its.delay(packet, delay);
    if (!later) {
      findings.note("TIME_FULL");
      return false;
    }
    if (later.isCoarse) findings.note("DELAY_COARSE");
    delayed += 1;
    held.hold(later, packet);
    while (held.bytes > (heldBytes ?? usualHeldBytes)) {
      findings.note("ORDER_NOT_KEPT");
      releaseOne();
    }
    return true;
  }

  /** No later record has an earlier time than this one, if the file is in order. */
  function releaseBefore(now: RecordTime): void {
    const seconds = now.second + now.fraction;
    if (seconds < lastSeconds - stepBackSeconds) release();
    lastSeconds = seconds;
    while (releaseOne(now));
  }

  function release(): void {
    while (releaseOne());
  }

  function releaseOne(now?: RecordTime): boolean {
    const next = held.next(now);
    if (next) ready.push(next);
    return next !== undefined;
  }

  /** A copy, for the bytes that were unread are overwritten by those that come. */
  function takeReady(): Buffer {
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  }

  return {
    push(chunk) {
      if (isLost) copyTail(chunk);
      else {
        unread.add(chunk);
        unread.drop(takeRecords(unread.held));
      }
      return takeReady();
    },
    end() {
      release();
      copyTail(unread.held);
      if (!format) findings.note("NOT_A_CAPTURE");
      const missing = flow.at.length - places.found;
      if (missing > 0) findings.note("PACKET_NOT_THERE", missing);
      return takeReady();
    },
    findings: findings.all,
    delayed: () => delayed,
  };
}
