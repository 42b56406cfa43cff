import type { Datagram, Endpoint } from "./packet";
import type { RtcpCompound } from "./rtcp";
import type { RtpTable } from "./rtp-table";
import type { RtpTrack } from "./rtp-track";

/** Gives the counts of a compound to the streams they speak of, found by address and SSRC. */
export function noteReports(
  { source, destination, at }: Datagram,
  compound: RtcpCompound,
  table: RtpTable,
): void {
  const { sent, missed } = compound;
  if (sent.length > 0) {
    const streams = streamsNear(source, at, table).filter((track) => track.source.address === source.address);
    for (const { ssrc, packets, bytes } of sent) note(streams, ssrc, { packets, bytes });
  }
  if (missed.length > 0) {
    const streams = [...streamsNear(source, at, table), ...streamsNear(destination, at, table)];
    for (const { ssrc, lost } of missed) note(streams, ssrc, { lost });
  }
}

/** Whether media runs or is announced where the datagram comes from or goes to, so that it is RTCP though unreadable. */
export function isBesideMedia({ source, destination }: Datagram, table: RtpTable): boolean {
  return [source, destination].some(
    ({ address, port }) =>
      table.isMediaPlace({ address, port }) || table.isMediaPlace({ address, port: port - 1 }),
  );
}

/** Reports come every few seconds; a stream that has been still for longer is not spoken of. */
const STILL_MICROSECONDS = 60_000_000;

/** RFC 3550 section 11: RTCP has the port after that of RTP; RFC 5761: or the same. */
function streamsNear({ address, port }: Endpoint, at: number, table: RtpTable): RtpTrack[] {
  const there = [...table.streamsAt({ address, port }), ...table.streamsAt({ address, port: port - 1 })];
  return there.filter(({ lastAt }) => at - lastAt < STILL_MICROSECONDS);
}

function note(streams: readonly RtpTrack[], ssrc: number, report: RtpTrack["reported"]): void {
  for (const track of streams) if (track.ssrc === ssrc) track.reported = { ...track.reported, ...report };
}
