import type { FlowAddress, PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { RandomSource } from "../random-source";
import { buildFlow } from "./build-flow";
import { exponential, normalSource } from "./random-variables";

/** Speech and pauses by turns, both of exponential length. */
export type Silence = {
  talkSeconds: number;
  pauseSeconds: number;
  /** Time between packets of comfort noise in a pause; none are sent without it. */
  spacingMs?: number;
};

/** What a telephone sends. */
export type SourceSettings = {
  packets: number;
  /** Time between packets of speech, 20 or 30 mostly. */
  spacingMs: number;
  /** Standard deviation of a packet's departure about its due time, independent from packet to packet. */
  jitterMs?: number;
  silence?: Silence;
  /** Payload of a packet of speech, and by how much it varies to both sides; comfort noise has 20 bytes. */
  bytes?: number;
  bytesSpread?: number;
  /** Microseconds since 1970-01-01 UTC; the evening of 2024-03-01 unless said. */
  startAt?: number;
  /** Without headers (an encrypted flow) there are no sequence numbers, media times or SSRC. */
  hasHeaders?: boolean;
  firstSequence?: number;
  clockHz?: number;
  address?: FlowAddress;
};

const EVENING = 1_709_330_400_000_000;
const NOISE_BYTES = 20;

const someAddress: FlowAddress = {
  protocol: "udp",
  source: { address: "192.0.2.1", port: 4000 },
  destination: { address: "198.51.100.2", port: 5000 },
  ssrc: 0x1a2b3c4d,
};

/** A made-up flow as its sender sends it, in its order. */
export function simulateFlow(settings: SourceSettings, random: RandomSource): PacketFlow {
  const { packets, jitterMs = 0, clockHz = 8000, hasHeaders = true, address = someAddress } = settings;
  const normal = normalSource(random);
  const start = settings.startAt ?? EVENING;
  const due = dueTimes(settings, random);
  const at = due.ms.map((ms) => start + Math.round(1000 * (ms + jitterMs * normal())));
  const bytes = Uint16Array.from(due.isNoise, (isNoise) =>
    isNoise ? NOISE_BYTES : sizeOf(settings, random),
  );
  if (!hasHeaders) return buildFlow({ at: at.sort(), bytes }, { ...address, ssrc: undefined });
  const sequence = Int32Array.from(
    { length: packets },
    (_, place) => (settings.firstSequence ?? 1000) + place,
  );
  const mediaTime = due.ms.map((ms) => Math.round((ms * clockHz) / 1000));
  return buildFlow({ at: at.sort(), bytes, sequence, mediaTime }, address);
}

/** When each packet is due, in milliseconds from the first, and whether it is comfort noise. */
function dueTimes({ packets, spacingMs, silence }: SourceSettings, random: RandomSource) {
  const ms = new Float64Array(packets);
  const isNoise = new Uint8Array(packets);
  let now = 0;
  let isPause = false;
  let turnEnds = silence ? 1000 * exponential(silence.talkSeconds, random) : Number.POSITIVE_INFINITY;

  function takeTurns({ talkSeconds, pauseSeconds, spacingMs: noiseMs }: Silence): void {
    while (now >= turnEnds) {
      isPause = !isPause;
      if (!isPause) now = Math.ceil(turnEnds / spacingMs) * spacingMs;
      else if (noiseMs === undefined) now = Number.POSITIVE_INFINITY;
      turnEnds += 1000 * exponential(isPause ? pauseSeconds : talkSeconds, random);
    }
  }

  for (let place = 0; place < packets; place++) {
    ms[place] = now;
    isNoise[place] = isPause ? 1 : 0;
    now += (isPause ? silence?.spacingMs : undefined) ?? spacingMs;
    if (silence) takeTurns(silence);
  }
  return { ms, isNoise };
}

function sizeOf({ bytes = 172, bytesSpread = 0 }: SourceSettings, random: RandomSource): number {
  return Math.round(bytes + bytesSpread * (2 * random() - 1));
}
