import type { AssertedIdentity } from "@/lib/caller-identity/verdict";

/** Whom a statement names, as a person reads it: its number, else its address, else the value as it stands. */
export function namedBy({ number, value }: Pick<AssertedIdentity, "number" | "value">): string {
  return number ?? /^[^;<]*<([^>]+)>/.exec(withoutQuotes(value))?.[1] ?? value;
}

/** What stands in quotes is a name, and may look like an address. */
function withoutQuotes(value: string): string {
  return value.replace(/"(?:[^"\\]|\\.)*"/g, "");
}
