import type { OpenCase } from "@/lib/cases/case";
import { db, type Transaction } from "@/lib/platform/db";
import { type IncidentId, isId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import type { Incident, IncidentHistory, IncidentVersion } from "./incident";
import type { IncidentCursor } from "./incident-cursor";
import { type SealedVersion, versionContext } from "./sealed-version";

type VersionRow = { incidentId: string; version: number; writtenAt: Date; sealed: Uint8Array };
type IncidentRow = { id: string; writtenAt: Date };

/** A page of entries with all their versions, latest call first, in constant time however long the list. */
export async function listHistories(
  opened: OpenCase,
  { before, size }: { before?: IncidentCursor; size: number },
): Promise<IncidentHistory[]> {
  const rows = await db().incident.findMany({
    where: { caseId: opened.id, ...(before ? earlierThan(before) : {}) },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: size,
    include: { versions: { orderBy: { version: "asc" } } },
  });
  return rows.map((row) => historyOf(opened, row));
}

/** The same page with the newest version of each entry. */
export async function listIncidents(
  opened: OpenCase,
  page: { before?: IncidentCursor; size: number },
): Promise<Incident[]> {
  return (await listHistories(opened, page)).map(({ incident }) => incident);
}

function earlierThan({ startedAt, id }: IncidentCursor) {
  return { startedAt: { lte: startedAt }, NOT: { startedAt, id: { gte: id } } };
}

/** The entries whose calls started at most so many hours before or after an instant, earliest first. */
export async function listIncidentsAround(opened: OpenCase, at: Date, hours: number): Promise<Incident[]> {
  const reach = hours * 3_600_000;
  const rows = await db().incident.findMany({
    where: {
      caseId: opened.id,
      startedAt: { gte: new Date(at.getTime() - reach), lte: new Date(at.getTime() + reach) },
    },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    include: { versions: { orderBy: { version: "asc" } } },
    take: 500,
  });
  return rows.map((row) => historyOf(opened, row).incident);
}

/** Every entry of the case in its newest version, earliest call first. */
export async function listAllIncidents(opened: OpenCase): Promise<Incident[]> {
  return (await listAllVersions(opened)).map(({ incident }) => incident);
}

/** Every entry with all its versions, earliest call first, for reports and packets. */
export async function listAllVersions(
  opened: OpenCase,
  client: Transaction = db(),
): Promise<IncidentHistory[]> {
  const rows = await client.incident.findMany({
    where: { caseId: opened.id },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    include: { versions: { orderBy: { version: "asc" } } },
  });
  return rows.map((row) => historyOf(opened, row));
}

/** When the calls of a case started, earliest first: instants only, for charts and counts over long cases. */
export async function listCallStarts(opened: OpenCase): Promise<Date[]> {
  const rows = await db().incident.findMany({
    where: { caseId: opened.id },
    select: { startedAt: true },
    orderBy: { startedAt: "asc" },
  });
  return rows.map((row) => row.startedAt);
}

export async function countIncidents(opened: OpenCase): Promise<number> {
  return db().incident.count({ where: { caseId: opened.id } });
}

/** One entry with all its versions, oldest first; nothing when it is not of this case. */
export async function readIncident(
  opened: OpenCase,
  incidentId: string,
): Promise<IncidentHistory | undefined> {
  if (!isId(incidentId)) return undefined;
  const row = await db().incident.findFirst({
    where: { id: incidentId, caseId: opened.id },
    include: { versions: { orderBy: { version: "asc" } } },
  });
  return row ? historyOf(opened, row) : undefined;
}

function historyOf(opened: OpenCase, row: IncidentRow & { versions: VersionRow[] }): IncidentHistory {
  const versions = row.versions.map((version) => openVersion(opened, version));
  const newest = versions.at(-1);
  if (!newest) throw new Error("An entry without a version: its rows were tampered with");
  return { incident: { ...newest, id: row.id as IncidentId, firstWrittenAt: row.writtenAt }, versions };
}

function openVersion(opened: OpenCase, row: VersionRow): IncidentVersion {
  const { reason, content } = openJson<SealedVersion>(
    opened.key,
    row.sealed,
    versionContext(row.incidentId, row.version),
  );
  return { version: row.version, writtenAt: row.writtenAt, reason, content };
}
