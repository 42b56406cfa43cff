import type { ChainHead } from "@/lib/audit/chain";
import { recordEvent } from "@/lib/audit/commands";
import type { ChainedEvent } from "@/lib/audit/event";
import { readAuditLog } from "@/lib/audit/queries";
import type { OpenCase, OwnedCase } from "@/lib/cases/case";
import { readEvidence } from "@/lib/evidence/commands";
import { listEvidence } from "@/lib/evidence/queries";
import { listAllVersions } from "@/lib/incidents/queries";
import { markOf } from "@/lib/letters/call-rows";
import { listLetters, readLetterPdf } from "@/lib/letters/queries";
import { db, inOneMoment, type Transaction } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { newId, type PacketId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import { createReport } from "@/lib/reports/commands";
import { findReport, readReportPdf } from "@/lib/reports/queries";
import { removeFile, writeFile } from "@/lib/storage/file-store";
import type { IncidentHistory } from "./incident-history";
import type { Original } from "./original";
import { type PacketSeal, packetContext } from "./packet";
import { type PacketContent, packetPayload } from "./packet-payload";
import type { PayloadFile } from "./payload-file";
import { type WrittenPacket, writePacket } from "./write-packet";

/**
 * Seals a packet: makes a fresh report, writes the bag as one ZIP straight into the file store, and records it.
 * `NO_CALLS`: there is nothing to hand over yet.
 */
export async function sealPacket(
  opened: OwnedCase,
  { formKey }: { formKey: string },
  now: Date,
): Promise<Result<PacketId, "NO_CALLS">> {
  const earlier = await db().packet.findUnique({ where: { caseId_formKey: { caseId: opened.id, formKey } } });
  if (earlier) return ok(earlier.id as PacketId);
  const reportId = await createReport(opened, { formKey }, now);
  if (!reportId.ok) return fault("NO_CALLS");
  const content = await gather(opened, reportId.value, now);
  const id = newId<PacketId>();
  const place = { caseId: opened.id, fileId: id, key: opened.key };
  const { stream, finished } = writePacket({
    folder: `nightjar-packet-${now.toISOString().slice(0, 10)}-${id.slice(0, 8)}`,
    madeAt: now,
    payload: packetPayload(content),
    auditHead: headOf(content.auditLog),
  });
  await writeFile(place, stream, Number.POSITIVE_INFINITY);
  const { sizeBytes, ...written } = await finished;
  const seal = { ...written, calls: content.incidents.length, files: content.originals.length };
  try {
    await writeRow(opened, { id, formKey, sizeBytes, seal }, now);
  } catch (error) {
    await removeFile(place);
    if (!isDuplicate(error)) throw error;
    const first = await db().packet.findUniqueOrThrow({
      where: { caseId_formKey: { caseId: opened.id, formKey } },
    });
    return ok(first.id as PacketId);
  }
  return ok(id);
}

/** Writes into the chain that the owner took a packet, before she gets it. */
export async function recordPacketDownload(opened: OwnedCase, packetId: PacketId, now: Date): Promise<void> {
  const event = { action: "packet.downloaded", actor: { kind: "owner" }, subject: packetId } as const;
  await db().$transaction((tx) => recordEvent(tx, opened, event, now));
}

/** All read as it was at one moment: the log that the packet bears is that of just these calls and files. */
async function gather(opened: OpenCase, reportId: string, now: Date): Promise<PacketContent> {
  return inOneMoment((client) => gatherFrom(client, opened, { reportId, now }));
}

async function gatherFrom(
  client: Transaction,
  opened: OpenCase,
  { reportId, now }: { reportId: string; now: Date },
): Promise<PacketContent> {
  const histories = await listAllVersions(opened, client);
  const incidents = histories.map(({ incident, versions }, index) => ({
    id: incident.id,
    mark: markOf(index),
    firstWrittenAt: incident.firstWrittenAt,
    versions,
  }));
  return {
    madeAt: now,
    incidents,
    originals: await originalsOf(client, opened, incidents),
    auditLog: await collect(readAuditLog(opened, client)),
    documents: await documentsOf(client, opened, reportId),
  };
}

async function originalsOf(
  client: Transaction,
  opened: OpenCase,
  incidents: readonly IncidentHistory[],
): Promise<Original[]> {
  const marks = new Map(incidents.map(({ id, mark }) => [id, mark]));
  const files = await listEvidence(opened, undefined, client);
  return files.map((file, index) => ({
    mark: `E${index + 1}`,
    file,
    incidentMark: file.incidentId && marks.get(file.incidentId),
    open: () => readEvidence(opened, file),
  }));
}

async function documentsOf(client: Transaction, opened: OpenCase, reportId: string): Promise<PayloadFile[]> {
  const report = await findReport(opened, reportId);
  if (!report) throw new Error("The report of a packet is missing right after it was made");
  const { sizeBytes, sha256 } = report;
  const letters = (await listLetters(opened, client)).filter((letter) => letter.pdf).reverse();
  return [
    { path: "data/report.pdf", sizeBytes, sha256, open: () => readReportPdf(opened, report) },
    ...letters.map((letter, index) => ({
      path: `data/letters/letter-${index + 1}.pdf`,
      sizeBytes: letter.pdf?.sizeBytes ?? 0,
      sha256: letter.pdf?.sha256,
      open: () => readLetterPdf(opened, letter) ?? missing(),
    })),
  ];
}

function missing(): never {
  throw new Error("A finished letter has no PDF");
}

function headOf(links: readonly ChainedEvent[]): ChainHead {
  const last = links.at(-1);
  if (!last) throw new Error("A case without a single audit event: its rows were tampered with");
  return { sequence: last.sequence, hash: last.hash };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

type NewRow = { id: PacketId; formKey: string; sizeBytes: number; seal: PacketSeal & Partial<WrittenPacket> };

async function writeRow(
  opened: OwnedCase,
  { id, formKey, sizeBytes, seal }: NewRow,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const sealed = sealJson(opened.key, seal satisfies PacketSeal, packetContext(id));
    await tx.packet.create({ data: { id, caseId: opened.id, formKey, createdAt: now, sizeBytes, sealed } });
    const event = {
      action: "packet.sealed",
      actor: { kind: "owner" },
      subject: id,
      sha256: seal.sha256,
    } as const;
    await recordEvent(tx, opened, event, now);
  });
}
