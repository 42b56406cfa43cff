/** One direction of an SCTP association: the chunks seen of late, and fragments that wait for their neighbours. */
export type SctpAssociation = {
  key: string;
  lastAt: number;
  /** By the lowest bits of their numbers, the numbers of chunks that were seen. */
  seen: Float64Array;
  fragments: Map<number, Fragment>;
  bytes: number;
};

export type Fragment = { isBeginning: boolean; isEnd: boolean; bytes: Buffer; cutBytes: number };

/** A message that was put together; `cutBytes` of its end are not known. */
export type WholeMessage = { bytes: Buffer; cutBytes: number };

const remembered = 256;

export function newAssociation(key: string): SctpAssociation {
  return { key, lastAt: 0, seen: new Float64Array(remembered).fill(-1), fragments: new Map(), bytes: 0 };
}

/** Notes a chunk; false when it came before. */
export function isNew({ seen }: SctpAssociation, tsn: number): boolean {
  const place = tsn % remembered;
  if (seen[place] === tsn) return false;
  seen[place] = tsn;
  return true;
}

/** Adds a fragment, and gives the message when that made it whole (RFC 9260 section 6.9). */
export function addFragment(
  association: SctpAssociation,
  tsn: number,
  fragment: Fragment,
): WholeMessage | undefined {
  const { fragments } = association;
  fragments.set(tsn, fragment);
  association.bytes += fragment.bytes.length;
  const first = edge(fragments, tsn, { step: -1, isEdge: ({ isBeginning }) => isBeginning });
  const last = edge(fragments, tsn, { step: 1, isEdge: ({ isEnd }) => isEnd });
  if (first === undefined || last === undefined) return undefined;
  return takeRun(association, first, last);
}

type Direction = { step: 1 | -1; isEdge: (fragment: Fragment) => boolean };

/** The number of the nearest fragment that begins or ends a message; none when one before it is missing. */
function edge(
  fragments: Map<number, Fragment>,
  from: number,
  { step, isEdge }: Direction,
): number | undefined {
  for (let tsn = from; ; tsn = (tsn + step) >>> 0) {
    const fragment = fragments.get(tsn);
    if (!fragment) return undefined;
    if (isEdge(fragment)) return tsn;
  }
}

/** After a fragment that the capture cut, no byte has a known place, so what follows only counts. */
function takeRun(association: SctpAssociation, first: number, last: number): WholeMessage {
  const parts: Buffer[] = [];
  let cutBytes = 0;
  for (let tsn = first; ; tsn = (tsn + 1) >>> 0) {
    const fragment = association.fragments.get(tsn);
    if (fragment) {
      if (cutBytes === 0) parts.push(fragment.bytes);
      else cutBytes += fragment.bytes.length;
      cutBytes += fragment.cutBytes;
      forget(association, tsn, fragment);
    }
    if (tsn === last) return { bytes: Buffer.concat(parts), cutBytes };
  }
}

function forget(association: SctpAssociation, tsn: number, { bytes }: Fragment): void {
  association.fragments.delete(tsn);
  association.bytes -= bytes.length;
}

/** Lets the fragment go that has waited longest. */
export function dropOldest(association: SctpAssociation): void {
  const [oldest] = association.fragments;
  if (oldest) forget(association, oldest[0], oldest[1]);
}
