import type { ChainedEvent } from "@/lib/audit/event";
import { canonicalJson } from "@/lib/platform/canonical-json";

/**
 * The audit log, oldest first, one canonical JSON (RFC 8785) text per line. Its members are sorted, so cutting
 * `"hash":"…",` out of a line gives the very text of which that hash is the SHA-256: sed can recompute the chain.
 */
export function auditLogJsonl(links: readonly ChainedEvent[]): string {
  return links
    .map(({ sequence, at, event, previousHash, hash }) =>
      canonicalJson({ sequence, at, event, previousHash, hash }),
    )
    .map((line) => `${line}\n`)
    .join("");
}
