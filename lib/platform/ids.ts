import { randomUUID } from "node:crypto";

type Branded<Name extends string> = string & { readonly __id: Name };

export type AccountId = Branded<"account">;
export type CaseId = Branded<"case">;
export type IncidentId = Branded<"incident">;
export type EvidenceFileId = Branded<"evidence-file">;
export type LetterId = Branded<"letter">;
export type ReportId = Branded<"report">;
export type PacketId = Branded<"packet">;
export type TraceId = Branded<"trace">;
export type CaptureId = Branded<"capture">;
export type WatermarkId = Branded<"watermark">;
export type ComparisonId = Branded<"comparison">;
export type CaseLinkId = Branded<"case-link">;

/** A new random row id (UUID, RFC 9562 version 4). It names a row; it never grants anything. */
export function newId<Id extends string = string>(): Id {
  return randomUUID() as unknown as Id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text of a URL or form can be a row id at all, so that PostgreSQL is never asked about nonsense. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}
