import { createFlowLister } from "@/lib/captures/flows/list-flows";
import type { Listing, ListingProgress } from "./capture";
import { readPackets } from "./read-packets";

/** Lists the flows of a stored capture in one pass, in memory bounded by the limits of the lister. */
export async function listCaptureFlows(
  source: AsyncIterable<Uint8Array>,
  tell: (progress: ListingProgress) => void,
): Promise<Listing> {
  const lister = createFlowLister();
  const { findings, packets } = await readPackets(source, lister.sink, tell);
  const { flows, findings: limits } = lister.end();
  return { flows, limits, findings, packets };
}
