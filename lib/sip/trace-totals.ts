import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { Sighting } from "@/lib/captures/sighting";

export const traceFormats = ["pcap", "pcapng", "text"] as const;
/** What a file was read as. Whatever is no capture is read as text. */
export type TraceFormat = (typeof traceFormats)[number];

/** What there was in a whole trace, beside its calls. */
export type TraceTotals = {
  format: TraceFormat;
  packets: number;
  messages: number;
  calls: number;
  /** Microseconds since 1970-01-01 UTC: the first and the last time that a message bears. */
  startedAt?: number;
  endedAt?: number;
  captureFindings: CaptureFinding[];
  /** What was recognised and is not SIP. */
  sightings: Sighting[];
  /** Sound that belongs to no call of the trace. */
  streams: RtpStream[];
  /** How often each finding was made, over all messages. */
  findingCounts: Record<string, number>;
  /** Pieces of SIP connections that no message could be made of. */
  unreadable: number;
  /** Whether a limit of the reader was passed and something left out. */
  isShortened: boolean;
  /** Whether the log tells times without their zone: they are read as UTC and may be hours off. */
  timesLackZone?: true;
};
