/** A time to the last digit that its file has room for: whole seconds since 1970, and the rest below one. */
export type RecordTime = { second: number; fraction: number };

/** What a record of a capture file is. One object serves all records of a file. */
export type TimedRecord = RecordTime & {
  /** "packet" where a packet reader would count it; "section" where names and byte order begin anew. */
  kind: "packet" | "section" | "other" | "damaged";
  hasTime: boolean;
  /** Microseconds since 1970-01-01 UTC, as a packet reader gives them. */
  at: number;
};

/** A delayed time that was written; coarse where rounding changed the delay by more than a tenth. */
export type DelayedTime = RecordTime & { isCoarse: boolean };

/** How a file format holds the times of its packets. */
export type TimedRecords = {
  /** How many bytes `measure` wants to see. */
  readonly headerBytes: number;
  /** Length of the record at `start`; 0 when it cannot be one. */
  measure(buffer: Buffer, start: number): number;
  /** Looks at a whole record; the next one overwrites the answer. */
  read(buffer: Buffer, start: number, length: number): TimedRecord;
  /** Writes a later time into the packet that was read last, of which `record` is a copy; none when there is no room for it. */
  delay(record: Buffer, microseconds: number): DelayedTime | undefined;
};

export function emptyRecord(): TimedRecord {
  return { kind: "other", hasTime: false, at: 0, second: 0, fraction: 0 };
}

export function isRoundedMuch(wanted: number, written: number): boolean {
  return Math.abs(written - wanted) > wanted / 10;
}
