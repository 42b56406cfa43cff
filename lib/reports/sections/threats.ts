import { callWords } from "@/lib/letters/call-words";
import { isThreat } from "@/lib/letters/draft-letter";
import type { Block } from "@/lib/platform/pdf/description";
import type { MarkedCall } from "../report";
import { reportWords } from "../wording";
import { callTime } from "./cover";

/** Every threat of which the words are known, in the order of the calls. */
export function* threatBlocks(calls: readonly MarkedCall[]): Generator<Block> {
  yield { kind: "heading", level: 2, text: reportWords.threats };
  const threats = calls.filter(({ incident }) => isThreat(incident) && incident.content.exactWords.trim());
  if (threats.length === 0) yield { kind: "paragraph", text: reportWords.noThreats };
  for (const threat of threats) yield quoteOf(threat);
}

/** Words of the caller with the call they belong to. */
export function quoteOf({ mark, incident }: MarkedCall): Block {
  const kinds = incident.content.kinds.map((kind) => callWords.kind[kind]).join(", ");
  const source = [mark, callTime(incident), kinds].filter(Boolean).join(" · ");
  return { kind: "quote", text: incident.content.exactWords.trim(), source };
}
