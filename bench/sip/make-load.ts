// A trunk's busy hours: calls of six messages each that overlap. The same seed gives the same bytes.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ethernetUdp, type PacketToWrite, pcapHeader, pcapRecordHeader } from "@/lib/captures/write-capture";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { peer } from "@/lib/sip/scenario/cast";
import { SCENARIO_START } from "@/lib/sip/scenario/script";
import { seededRandom } from "@/lib/sip/test-random";
import { soundFrames } from "./sound-frames";

export type Load = {
  calls: number;
  seed: number;
  /** Seconds of G.711 both ways in each call; none by default. */
  soundSeconds?: number;
  /** Whether each call announces ports of its own. Without, all announce the same one, as load generators (sipp) have it. */
  hasOwnPorts?: boolean;
};

const CALLS_A_SECOND = 20;
const GATEWAYS = 2;
const SORTED_TOGETHER = 500;
const PIECE_BYTES = 4 * 1024 * 1024;

/** Writes a load to a file; gives its size. */
export async function writeLoad(path: string, load: Load): Promise<number> {
  const file = createWriteStream(path);
  await pipeline(Readable.from(loadPieces(load)), file);
  return file.bytesWritten;
}

/** The capture in large pieces, as it is made. */
export function* loadPieces(load: Load): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [pcapHeader()];
  let bytes = 0;
  for (const packet of loadPackets(load)) {
    waiting.push(pcapRecordHeader(packet), packet.bytes);
    bytes += packet.bytes.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

/** Packets in the order of their time: what is earlier than the next call can begin is given out. */
function* loadPackets({
  calls,
  seed,
  soundSeconds = 0,
  hasOwnPorts = soundSeconds > 0,
}: Load): Generator<PacketToWrite> {
  const random = seededRandom(seed);
  let waiting: PacketToWrite[] = [];
  for (let call = 0; call < calls; call += 1) {
    const startedAt = SCENARIO_START + Math.floor((call * 1e6) / CALLS_A_SECOND);
    waiting.push(...packetsOfCall({ call, startedAt, random, soundSeconds, hasOwnPorts }));
    if (call % SORTED_TOGETHER !== SORTED_TOGETHER - 1) continue;
    waiting.sort((one, other) => one.at - other.at);
    const later = waiting.findIndex(({ at }) => at > startedAt);
    yield* waiting.slice(0, later);
    waiting = waiting.slice(later);
  }
  yield* waiting.sort((one, other) => one.at - other.at);
}

type OneCall = Required<Pick<Load, "soundSeconds" | "hasOwnPorts">> & {
  call: number;
  startedAt: number;
  random: () => number;
};

function packetsOfCall({ call, startedAt, random, soundSeconds, hasOwnPorts }: OneCall): PacketToWrite[] {
  const upTo = (count: number) => Math.floor(random() * count);
  const number = () => `+1${200 + upTo(790)}5550${100 + upTo(100)}`;
  const [from, to] = [`192.0.2.${1 + upTo(GATEWAYS)}`, `203.0.113.${1 + upTo(GATEWAYS)}`];
  const port = hasOwnPorts ? 10_000 + ((call * 4) % 50_000) : 6000;
  const caller = peer(from, { user: number(), media: { address: from, port } });
  const called = peer(to, { user: number(), media: { address: to, port: port + 2 } });
  const callId = `${upTo(2 ** 48).toString(16)}-${call}@${from}`;
  const [ringSeconds, talkSeconds] = [1 + upTo(20), 5 + upTo(115)];
  const messages = callScenario({ caller, called, callId, startedAt, ringSeconds, talkSeconds });
  const packets = messages.map((message) => ({
    at: message.at,
    bytes: ethernetUdp({ ...message, payload: message.text }),
  }));
  const sound = { startedAt: startedAt + ringSeconds * 1e6 + 50_000, seconds: soundSeconds, ssrc: call };
  return [
    ...packets,
    ...soundFrames({ ...sound, source: caller.media, destination: called.media }),
    ...soundFrames({ ...sound, source: called.media, destination: caller.media }),
  ];
}
