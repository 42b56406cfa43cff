import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { CallStory } from "./call-story";
import type { LadderRow, MediaRow } from "./ladder";
import type { Places } from "./ladder-columns";

type Media = {
  story: CallStory;
  streams: readonly RtpStream[];
  places: Places;
  startedAt: number | undefined;
};

const SECOND = 1_000_000;

/** One row for each direction between two places, in the order in which they began. */
export function mediaRowsOf({ streams, places, startedAt }: Media): MediaRow[] {
  const rows = new Map<string, MediaRow>();
  for (const [index, stream] of streams.entries()) {
    const row = rowOf(stream, index, places, startedAt);
    const key = JSON.stringify([row.from, row.to, row.codec, row.isEncrypted]);
    const earlier = rows.get(key);
    rows.set(key, earlier ? joined(earlier, row) : row);
  }
  return [...rows.values()].sort((a, b) => a.at - b.at);
}

function rowOf(stream: RtpStream, index: number, places: Places, startedAt: number | undefined): MediaRow {
  return {
    kind: "media",
    from: places.ofMedia(stream.source),
    to: places.ofMedia(stream.destination),
    codec: stream.codec,
    packets: stream.packets,
    seconds: Math.max(0, stream.endedAt - stream.startedAt) / SECOND,
    lost: Math.max(0, stream.lost),
    isEncrypted: stream.security !== undefined && stream.security !== "none",
    at: stream.startedAt,
    sinceStart: startedAt === undefined ? undefined : stream.startedAt - startedAt,
    streams: [index],
  };
}

function joined(first: MediaRow, next: MediaRow): MediaRow {
  return {
    ...first,
    packets: first.packets + next.packets,
    seconds: first.seconds + next.seconds,
    lost: first.lost + next.lost,
    streams: [...first.streams, ...next.streams],
  };
}

/** Sound takes its place before the first message that came after it began. */
export function withMedia(rows: readonly LadderRow[], media: readonly MediaRow[]): LadderRow[] {
  const waiting = [...media];
  const placed: LadderRow[] = [];
  for (const row of rows) {
    const at = endOf(row);
    while (waiting[0] && at !== undefined && waiting[0].at < at) placed.push(...waiting.splice(0, 1));
    placed.push(row);
  }
  return [...placed, ...waiting];
}

// A fold ends where the last of its messages came; sound that began within it is told before it.
function endOf(row: LadderRow): number | undefined {
  return row.kind === "fold" ? row.until : row.at;
}
