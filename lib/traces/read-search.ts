import type { FormValues } from "@/lib/platform/form-state";
import type { Key } from "@/lib/platform/sealed";
import { callFilterSchema, filterQuery, SEARCH_LETTERS } from "./filter-calls";
import { sealSearch } from "./sealed-search";

/** The query of the address that shows what a search form asks for; its words go along sealed. */
export function searchQuery(key: Key, traceId: string, values: FormValues): string {
  const text = String(values.text ?? "")
    .trim()
    .slice(0, SEARCH_LETTERS);
  const find = text ? sealSearch(key, traceId, text) : "";
  return filterQuery({ ...callFilterSchema.parse({ ...values, page: 1 }), find });
}
