import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { type BestLag, bestLag } from "./best-lag";
import { createLagCorrelator, type LagRange, type LagSums } from "./lag-correlator";
import { lagsToTry } from "./lags-to-try";
import { type MatchedDelays, matchByGrid, matchByOrder } from "./matched-delays";
import { isCarried, packetLagOf } from "./packet-lag";
import { type Pair, preparedFlow } from "./pair-at-hand";
import { silencesAt, silencesFound } from "./pair-silences";
import { sendingJitterOf } from "./sending-jitter";
import { sizeAgreement } from "./size-agreement";
import { LEAST_PACKETS, type TimingEvidence } from "./timing-evidence";
import { timingFlowOf } from "./timing-flow";
import type { TimingOptions } from "./timing-options";

/** Spacing of most telephony (RFC 3551 section 4.2), where neither flow shows one. */
const USUAL_SPACING_MS = 20;
/** Spacings that differ more than this are not of one rhythm: packets were put together anew on the way. */
const SAME_SPACING = 0.01;

/** Spacings for which the first flow is kept prepared; only a flow in bursts is laid on the grids of others. */
const MOST_SPACINGS = 4;

/** What was found, and the packets it rests on. */
export type FoundEvidence = {
  evidence: TimingEvidence;
  /** Of packets in both flows, by the clocks of the captures. */
  matched: MatchedDelays;
  /** Spacing of the first flow, or of the second where only that shows one. */
  spacingMs: number;
};

/** Prepares the first flow once; undefined for a second that shares too little with it. */
export function createEvidenceFinder(
  first: PacketFlow,
  options: TimingOptions = {},
): (second: PacketFlow) => FoundEvidence | undefined {
  const prepared = preparedFlow(timingFlowOf(first));
  const atSpacing = new Map<number, ReturnType<typeof readyAt>>();

  function readyAt(spacing: number) {
    const jitter = sendingJitterOf(prepared.flow.at, spacing);
    return { jitter, correlate: createLagCorrelator({ jitter: jitter.scores, sizes: prepared.sizes }) };
  }

  return (second) => {
    const other = preparedFlow(timingFlowOf(second));
    if (Math.min(prepared.flow.at.length, other.flow.at.length) < LEAST_PACKETS) return undefined;
    const spacing = prepared.flow.spacing ?? other.flow.spacing ?? USUAL_SPACING_MS;
    const ready = atSpacing.get(spacing) ?? readyAt(spacing);
    if (atSpacing.size >= MOST_SPACINGS) atSpacing.clear();
    atSpacing.set(spacing, ready);
    const pair = {
      first: prepared,
      second: other,
      jitter: { first: ready.jitter, second: sendingJitterOf(other.flow.at, spacing) },
    };
    const lags = lagsToTry(pair, spacing, options);
    if (lags.from > lags.to) return undefined;
    const sums = ready.correlate({ jitter: pair.jitter.second.scores, sizes: other.sizes }, lags);
    const evidence = evidenceOf(pair, { sums, lags });
    return evidence && { evidence, matched: matchedOf(pair, evidence), spacingMs: spacing };
  };
}

function matchedOf({ first, second, jitter }: Pair, evidence: TimingEvidence): MatchedDelays {
  const times = { first: first.flow.at, second: second.flow.at };
  const { at, delays } = isCarried(evidence.jitter)
    ? matchByGrid(times, jitter, evidence.jitter.lag)
    : matchByOrder(times.first, times.second, evidence.lagPackets);
  const apart = second.flow.startedAt - first.flow.startedAt;
  for (let k = 0; k < delays.length; k++) delays[k] = (delays[k] ?? 0) + apart;
  return { at, delays };
}

function evidenceOf(
  pair: Pair,
  { sums, lags }: { sums: LagSums; lags: LagRange },
): TimingEvidence | undefined {
  const { first, second } = pair;
  const jitter = bestLag(
    { first: pair.jitter.first.scores, second: pair.jitter.second.scores },
    { sums: sums.jitter, from: sums.from, least: LEAST_PACKETS },
  );
  const sizes = bestLag(
    { first: first.sizes, second: second.sizes },
    { sums: sums.sizes, from: sums.from, least: LEAST_PACKETS / 2 },
  );
  const lagPackets = packetLagOf({ jitter, sizes, silences: silencesFound(pair, lags) }, pair.jitter);
  const silences = silencesAt(pair, lagPackets);
  if (sharedPackets(pair, lagPackets) < LEAST_PACKETS) return undefined;
  return {
    lagPackets,
    jitter,
    expected: expectedDeviations(pair, jitter),
    silences: silences.exact,
    silencesFollowed: silences.followed,
    sizes: sizes && sizeAgreement(first.flow.bytes, second.flow.bytes, lagPackets),
  };
}

function sharedPackets({ first, second }: Pair, lagPackets: number): number {
  const to = Math.min(first.flow.at.length, second.flow.at.length - lagPackets);
  return to - Math.max(0, -lagPackets);
}

/**
 * If the second flow is the first with noise of its own added, the correlation is near the quotient of the smaller jitter
 * and the larger one.
 */
function expectedDeviations({ first, second, jitter }: Pair, best: BestLag | undefined): number {
  if (!best || !isSameSpacing(first.flow.spacing, second.flow.spacing)) return 0;
  const [smaller = 0, larger = 1] = [jitter.first.jitterMs, jitter.second.jitterMs].sort((a, b) => a - b);
  return (Math.sqrt(best.compared) * smaller) / larger;
}

function isSameSpacing(first: number | undefined, second: number | undefined): boolean {
  if (first === undefined || second === undefined) return true;
  return Math.abs(first - second) <= SAME_SPACING * first;
}
