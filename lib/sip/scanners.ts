import type { CallSummary } from "./call-summary";
import { scannerName } from "./shapes/scanner-names";

export const scannerSigns = ["known-name", "many-users", "many-refusals", "many-probes"] as const;
export type ScannerSign = (typeof scannerSigns)[number];

/** A host that behaves like a program which searches for accounts or servers, over all its calls. */
export type Scanner = {
  host: string;
  signs: ScannerSign[];
  /** As it called itself, where that is the name of a scanner. */
  name?: string;
  calls: number;
  /** Different users that it tried. */
  users: number;
  /** Calls and registrations that were refused. */
  refused: number;
  startedAt?: number;
  endedAt?: number;
};

/** A person may mistype a secret thrice; these many tries from one address are a machine's. */
const manyUsers = 10;
const manyRefusals = 10;
const manyProbes = 20;
/** A provider's server tries many users too, and is seldom refused. */
const refusedShare = 0.7;

/** Hosts that scan, the busiest first. Reads the list once; memory grows with the hosts, not with the calls. */
export function scannersOf(summaries: Iterable<CallSummary>): Scanner[] {
  const hosts = new Map<string, Tally>();
  for (const summary of summaries) {
    if (summary.source === undefined) continue;
    const tally = hosts.get(summary.source) ?? newTally();
    hosts.set(summary.source, tally);
    count(tally, summary);
  }
  return [...hosts]
    .map(([host, tally]) => scannerOf(host, tally))
    .filter(({ signs }) => signs.length > 0)
    .sort((one, other) => other.calls - one.calls);
}

type Tally = {
  calls: number;
  probes: number;
  refused: number;
  users: Set<string>;
  name?: string;
  startedAt?: number;
  endedAt?: number;
};

function newTally(): Tally {
  return { calls: 0, probes: 0, refused: 0, users: new Set() };
}

const maxUsers = 10_000;

function count(tally: Tally, { kind, state, finalStatus, to, from, software, startedAt }: CallSummary): void {
  tally.calls++;
  if (kind === "probe") tally.probes++;
  if (state === "rejected" || finalStatus === 404) tally.refused++;
  if (to.user !== "" && tally.users.size < maxUsers) tally.users.add(to.user);
  tally.name ??= scannerName(software ?? "") ?? scannerName(from.name ?? "");
  if (startedAt === undefined) return;
  tally.startedAt = Math.min(tally.startedAt ?? startedAt, startedAt);
  tally.endedAt = Math.max(tally.endedAt ?? startedAt, startedAt);
}

function scannerOf(host: string, tally: Tally): Scanner {
  const { calls, refused, probes, users, name, startedAt, endedAt } = tally;
  const isRefused = refused >= manyRefusals && refused / calls >= refusedShare;
  const signs: [ScannerSign, boolean][] = [
    ["known-name", name !== undefined],
    ["many-users", users.size >= manyUsers && isRefused],
    ["many-refusals", isRefused],
    ["many-probes", probes >= manyProbes && users.size >= manyUsers],
  ];
  return {
    host,
    signs: signs.filter(([, holds]) => holds).map(([sign]) => sign),
    ...(name === undefined ? {} : { name }),
    calls,
    users: users.size,
    refused,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}
