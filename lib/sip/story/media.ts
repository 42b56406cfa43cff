import type { Endpoint } from "@/lib/captures/packet";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { MediaPath } from "../call-story";
import type { MediaDirection } from "../sdp-media";
import type { Described } from "./described-media";
import { columnAt, type Scene } from "./scene";

/** Where sound was to go and where it went, for each media line of each call. */
export function mediaPaths(scene: Scene): MediaPath[] {
  const streams = scene.calls.flatMap((call) => call.streams);
  return scene.calls.flatMap(({ number }) => {
    const own = scene.described.filter(({ line }) => line.call === number);
    const places = [...new Set(own.map(({ place }) => place))].sort((one, other) => one - other);
    return places.map((place) =>
      pathOf(
        own.filter((one) => one.place === place),
        { streams, scene, described: own },
      ),
    );
  });
}

type Surroundings = { streams: RtpStream[]; scene: Scene; described: Described[] };

function pathOf(own: Described[], { streams, scene, described }: Surroundings): MediaPath {
  const announced = announcedPlaces(own, scene);
  const isAnnounced = (end: Endpoint) =>
    announced.some((one) => one.address === end.address && one.port === end.port);
  const indexes = streams.flatMap((stream, index) =>
    isAnnounced(stream.destination) || isAnnounced(stream.source) ? [index] : [],
  );
  const heard = indexes.map((index) => streams[index] as RtpStream);
  return {
    kind: own[0]?.media.kind ?? "",
    announced,
    streams: indexes,
    direction: directionOf(heard),
    unannounced: unannouncedSources(heard, { scene, described }),
  };
}

/** A controller sends descriptions that are another's, so the address says whose column it is, where it has one. */
function announcedPlaces(own: Described[], { hosts }: Scene): MediaPath["announced"] {
  const places = new Map<string, MediaPath["announced"][number]>();
  for (const { line, media, address } of own) {
    if (media.port === 0 || address === "") continue;
    const column = hosts.some((one) => one.id === line.from && one.address === address)
      ? line.from
      : (columnAt(hosts, address) ?? line.from);
    const host = column === "" ? {} : { host: column };
    const key = `${address} ${media.port}`;
    if (!places.has(key)) places.set(key, { ...host, address, port: media.port, message: line.number });
  }
  return [...places.values()];
}

/** "unknown" where no sound was captured at all, which says nothing of the call. */
function directionOf(streams: RtpStream[]): MediaPath["direction"] {
  if (streams.length === 0) return "unknown";
  const isAnswered = streams.some(({ source, destination }) =>
    streams.some(
      (other) =>
        other.destination.address === source.address &&
        other.source.address === destination.address &&
        !isSameWay(other, { source, destination }),
    ),
  );
  return isAnswered ? "both" : "one";
}

function isSameWay(
  one: Pick<RtpStream, "source" | "destination">,
  other: Pick<RtpStream, "source" | "destination">,
) {
  return (
    one.source.address === other.source.address &&
    one.source.port === other.source.port &&
    one.destination.address === other.destination.address &&
    one.destination.port === other.destination.port
  );
}

/** Sources whose address neither a description, an ICE candidate nor the signalling of the call names. */
function unannouncedSources(
  streams: RtpStream[],
  { scene, described }: Pick<Surroundings, "scene" | "described">,
): string[] {
  const known = new Set(scene.hosts.map(({ address }) => address.toLowerCase()));
  for (const { media, address } of described) {
    known.add(address);
    for (const candidate of media.candidates) known.add(candidate.address.toLowerCase());
  }
  const sources = streams.filter(({ source }) => !known.has(source.address.toLowerCase()));
  return [...new Set(sources.map(({ source }) => placeText(source)))];
}

function placeText({ address, port }: Endpoint): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Whether a description forbids sound one way (RFC 3264 section 6.1). */
export function isHeld(direction: MediaDirection): boolean {
  return direction !== "sendrecv";
}
