import type { Endpoint } from "../packet";
import type { FlowTrack } from "./flow-track";
import type { FlowProtocol } from "./packet-flow";
import type { RtpSuspect } from "./rtp-suspect";
import type { SeenPacket } from "./seen-packet";
import type { TcpProgress } from "./tcp-progress";

/** A source that is RTP beyond doubt. */
export type RtpSource = {
  ssrc: number;
  /** The flow that goes on; missing when it was forgotten. */
  track: FlowTrack | undefined;
  ordinal: number;
  /** Its flows that are not forgotten. */
  tracks: number;
};

/** All that runs from one place to another: one flow, or several sources of RTP and what else shares their ports. */
export type FlowLane = {
  protocol: FlowProtocol;
  /** Both ports as one whole number of 32 bits; of "ip", the protocol number. */
  place: number;
  ipProtocol: number;
  source: Endpoint;
  destination: Endpoint;
  /** Flows of the lane that are not forgotten. */
  tracks: number;
  /** What is no RTP. */
  plain: FlowTrack | undefined;
  plainOrdinal: number;
  /** Packets that wait until it is known whether the first of them is RTP, in the order of the capture. */
  waiting: SeenPacket[] | undefined;
  suspects: Map<number, RtpSuspect> | undefined;
  sources: Map<number, RtpSource> | undefined;
  latestSource: RtpSource | undefined;
  tcp: TcpProgress | undefined;
};

/** Finds lanes by their places without making a string for each packet. */
export type FlowLanes = {
  laneOf(protocol: FlowProtocol, source: Endpoint, destination: Endpoint, ipProtocol: number): FlowLane;
  remove(lane: FlowLane): void;
};

type ByPlace = Map<number, FlowLane>;
type ByDestination = Map<string, ByPlace>;
type BySource = Map<string, ByDestination>;

export function createFlowLanes(): FlowLanes {
  const roots: Record<FlowProtocol, BySource> = {
    udp: new Map(),
    tcp: new Map(),
    sctp: new Map(),
    ip: new Map(),
  };

  return {
    laneOf(protocol, source, destination, ipProtocol) {
      const byDestination = under(roots[protocol], source.address);
      const byPlace = under(byDestination, destination.address);
      const place = protocol === "ip" ? ipProtocol : (source.port << 16) | destination.port;
      const known = byPlace.get(place);
      if (known) return known;
      const lane = newLane({ protocol, place, ipProtocol, source, destination });
      byPlace.set(place, lane);
      return lane;
    },
    remove({ protocol, source, destination, place }) {
      const byDestination = roots[protocol].get(source.address);
      const byPlace = byDestination?.get(destination.address);
      byPlace?.delete(place);
      if (byPlace?.size === 0) byDestination?.delete(destination.address);
      if (byDestination?.size === 0) roots[protocol].delete(source.address);
    },
  };
}

function under<Below extends Map<unknown, unknown>>(map: Map<string, Below>, key: string): Below {
  const known = map.get(key);
  if (known) return known;
  const below = new Map() as Below;
  map.set(key, below);
  return below;
}

type Ends = Pick<FlowLane, "protocol" | "place" | "ipProtocol" | "source" | "destination">;

function newLane({ protocol, place, ipProtocol, source, destination }: Ends): FlowLane {
  return {
    protocol,
    place,
    ipProtocol,
    source,
    destination,
    tracks: 0,
    plain: undefined,
    plainOrdinal: 0,
    waiting: undefined,
    suspects: undefined,
    sources: undefined,
    latestSource: undefined,
    tcp: undefined,
  };
}
