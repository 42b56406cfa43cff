import type { IndexLine } from "@/lib/traces/part";

/** The number of the one call of a trace, among sign-ins and probes; none when there are several, or no call at all. */
export function onlyCallOf(lines: readonly Pick<IndexLine, "summary">[]): number | undefined {
  const [first, second] = lines.filter(({ summary }) => summary.kind === "call");
  return second ? undefined : first?.summary.number;
}
