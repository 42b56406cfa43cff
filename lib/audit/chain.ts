// Each event's hash covers the hash before it, so a changed, dropped or swapped event shows. A person with full power
// over the database can still rewrite a whole chain; that is why the head is printed on every report and packet.
import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { fault, ok, type Result } from "@/lib/platform/result";
import type { AuditEvent, ChainedEvent } from "./event";

/** What stands before the first event: 64 zeros. */
export const CHAIN_START = "0".repeat(64);

export type ChainHead = { sequence: number; hash: string };

/** SHA-256 (hexadecimal) over the canonical JSON (RFC 8785) of the link without its own hash. */
export function hashOf(link: Omit<ChainedEvent, "hash">): string {
  const { sequence, at, event, previousHash } = link;
  return createHash("sha256")
    .update(canonicalJson({ sequence, at, event, previousHash }), "utf8")
    .digest("hex");
}

/** The next link after `head` (none: the chain begins). */
export function chainEvent(head: ChainHead | undefined, event: AuditEvent, at: Date): ChainedEvent {
  const link = {
    sequence: (head?.sequence ?? 0) + 1,
    at: at.toISOString(),
    event,
    previousHash: head?.hash ?? CHAIN_START,
  };
  return { ...link, hash: hashOf(link) };
}

export type ChainFault = "GAP" | "BROKEN_LINK" | "CHANGED";

/** Checks one link against the head before it (none: it is the first) and gives the new head. */
export function verifyLink(head: ChainHead | undefined, link: ChainedEvent): Result<ChainHead, ChainFault> {
  const before = head ?? { sequence: 0, hash: CHAIN_START };
  if (link.sequence !== before.sequence + 1) return fault("GAP");
  if (link.previousHash !== before.hash) return fault("BROKEN_LINK");
  if (link.hash !== hashOf(link)) return fault("CHANGED");
  return ok({ sequence: link.sequence, hash: link.hash });
}

/** Checks a whole chain, oldest first, and gives its head; the code says what does not fit. */
export function verifyChain(links: readonly ChainedEvent[]): Result<ChainHead, ChainFault> {
  let head: ChainHead | undefined;
  for (const link of links) {
    const step = verifyLink(head, link);
    if (!step.ok) return step;
    head = step.value;
  }
  return ok(head ?? { sequence: 0, hash: CHAIN_START });
}
