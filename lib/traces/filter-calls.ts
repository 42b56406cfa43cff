import { z } from "zod";
import { results } from "@/lib/caller-identity/verdict";
import { callKinds } from "@/lib/sip/call";
import { callStates } from "@/lib/sip/call-state";
import type { CallSummary } from "@/lib/sip/call-summary";
import type { IndexLine } from "./part";

const all = z.literal("");

/** What to show of a trace's calls, as the address of the page tells it; what it does not tell rightly counts as "all". */
export const callFilterSchema = z.object({
  kind: z.union([all, z.enum(callKinds)]).catch(""),
  state: z.union([all, z.enum(callStates)]).catch(""),
  result: z.union([all, z.enum(results)]).catch(""),
  findings: z.stringbool().catch(false),
  /** The words looked for, sealed (lib/traces/sealed-search.ts). */
  find: z.string().max(2_000).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
});

export type CallFilter = z.infer<typeof callFilterSchema>;

/** A filter with the words looked for. */
export type OpenFilter = Omit<CallFilter, "page" | "find"> & { text: string };

/** The most letters that are looked for. */
export const SEARCH_LETTERS = 200;

/** The lines that fit every part of a filter, in their order. Text is looked for in numbers, names, hosts and software. */
export function filterCalls(lines: readonly IndexLine[], filter: OpenFilter): IndexLine[] {
  const wanted = filter.text.trim().toLowerCase();
  return lines.filter(
    ({ summary, result }) =>
      (!filter.kind || summary.kind === filter.kind) &&
      (!filter.state || summary.state === filter.state) &&
      (!filter.result || result.result === filter.result) &&
      (!filter.findings || summary.findings.broken + summary.findings.odd > 0 || result.hasContradiction) &&
      (!wanted || textsOf(summary).some((text) => text?.toLowerCase().includes(wanted))),
  );
}

function textsOf({ from, to, source, software }: CallSummary) {
  return [from.name, `${from.user}@${from.host}`, to.name, `${to.user}@${to.host}`, source, software];
}

/** The filter as the query of an address; what asks for nothing is left out. */
export function filterQuery({ find, kind, state, result, findings, page }: CallFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, state, result, find }))
    if (value) query.set(name, value);
  if (findings) query.set("findings", "yes");
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

/** Which parts of a long call are shown, counted from 1. */
export const callPartsSchema = z.object({
  ladder: z.coerce.number().int().min(1).catch(1),
  messages: z.coerce.number().int().min(1).catch(1),
});
