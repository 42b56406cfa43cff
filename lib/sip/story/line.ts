import type { Call } from "../call";
import type { ReadMessage } from "../call-story";
import { headerValues } from "../header-values";
import { factsOf, type MessageFacts } from "../message-facts";
import { readSipMessage } from "../read-message";
import { readVia, type Via } from "../via";

/** A message of the story with what all parts of it ask for. */
export type Line = ReadMessage & {
  facts: MessageFacts;
  vias: Via[];
  /** Columns of the ladder; "" when nothing tells. */
  from: string;
  to: string;
};

/** All messages of the calls in the order of the trace, each once. Columns are named later. */
export function readLines(calls: Call[]): Line[] {
  const lines = new Map<number, Line>();
  for (const call of calls) {
    for (const seen of call.messages) {
      if (lines.has(seen.number)) continue;
      const read = readSipMessage(seen.text, {
        isCut: seen.isCut,
        isStream: seen.transport === "tcp" || seen.transport === "tls",
      });
      const vias = headerValues(read, "Via").map((range) => readVia(read.text, range));
      lines.set(seen.number, {
        seen,
        read,
        call: call.number,
        number: seen.number,
        facts: factsOf(read),
        vias,
        from: "",
        to: "",
      });
    }
  }
  return [...lines.values()].sort((a, b) => a.number - b.number);
}
