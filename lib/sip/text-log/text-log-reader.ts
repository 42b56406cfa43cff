import type { TraceMessage } from "../trace-message";
import { type Announcement, announcementIn } from "./announcement";
import { createLineSplitter, type LogLine } from "./line-splitter";
import { beginMessage, type LogMessage } from "./log-message";

export type TextLogReader = {
  push(bytes: Uint8Array): void;
  end(): { timesLackZone: boolean; lines: number };
};

/** Lines between two messages that are looked at for what they tell of the second. */
const LONGEST_INTRODUCTION = 4096;

/**
 * Finds the SIP messages in a text log of whatever program, with the time, addresses and transport that it tells, still
 * without their numbers.
 * Takes off what the log has put around them and alters nothing else. Never throws; keeps one message at a time.
 */
export function createTextLogReader(onMessage: (message: TraceMessage) => void): TextLogReader {
  let told: Announcement = {};
  let current: LogMessage | undefined;
  let timesLackZone = false;
  let lines = 0;

  function takeWhole(line: LogLine): void {
    for (const one of unescaped(line)) takeLine(one);
  }

  function takeLine(line: LogLine): void {
    lines = line.number;
    if (current) {
      const place = current.take(line);
      if (place === "inside") return;
      handOut();
      if (place === "last") return;
    }
    current = beginMessage(line);
    if (line.text.length > LONGEST_INTRODUCTION) return;
    if (current) told = { ...told, time: announcementIn(line.text, told).time };
    else told = announcementIn(line.text, told);
  }

  function handOut(): void {
    const found = current?.finish();
    current = undefined;
    if (!found) return;
    const { source, destination, transport = "unknown", time } = told;
    told = {};
    if (time?.lacksZone) timesLackZone = true;
    const { text, offset, line, isCut } = found;
    onMessage({
      number: 0,
      at: time?.at,
      transport,
      source,
      destination,
      frame: line,
      offset,
      text,
      isCut: isCut || undefined,
    });
  }

  const splitter = createLineSplitter(takeWhole);
  return {
    push: splitter.push,
    end() {
      splitter.end();
      handOut();
      return { timesLackZone, lines };
    },
  };
}

/** The lines of a message that syslog has written as one: it replaces control characters by their octal numbers. */
function unescaped(line: LogLine): LogLine[] {
  const { text, number } = line;
  if (!text.includes("#012") || !text.includes("SIP/2.0")) return [line];
  return text.split(/(?:#015)?#012/).map((piece) => ({ text: piece, number }));
}
