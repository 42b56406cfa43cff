import { z } from "zod";

/** Who did it. The person is never named here: one account owns a case, and a reader is told by their link. */
const actorSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("owner") }),
  z.object({ kind: z.literal("reader"), linkId: z.string(), recipient: z.string() }),
  z.object({ kind: z.literal("server") }),
]);

/** Everything that can happen to a case, `noun.verb-past`. `what` names the row; hashes are SHA-256 in hexadecimal. */
export const auditActions = [
  "case.opened",
  "case.changed",
  "incident.logged",
  "incident.amended",
  "evidence.added",
  "trace.read",
  "trace.settings-changed",
  "trace.matched",
  "trace.unmatched",
  "capture.flows-listed",
  "watermark.planned",
  "watermark.applied",
  "comparison.made",
  "letter.drafted",
  "letter.changed",
  "letter.finished",
  "report.made",
  "packet.sealed",
  "packet.downloaded",
  "link.created",
  "link.revoked",
  "link.opened",
  "link.viewed",
  "link.heard",
  "link.downloaded",
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditEventSchema = z.object({
  action: z.enum(auditActions),
  actor: actorSchema,
  /** Id of the row it happened to, and its version where rows have versions. */
  subject: z.string(),
  version: z.number().int().optional(),
  /** SHA-256 of what the row holds now: the canonical content, or the file's bytes. */
  sha256: z.string().optional(),
});

export type AuditActor = z.infer<typeof actorSchema>;
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** An event in its place in the chain of its case. */
export type ChainedEvent = {
  sequence: number;
  /** ISO 8601, UTC. */
  at: string;
  event: AuditEvent;
  previousHash: string;
  hash: string;
};
