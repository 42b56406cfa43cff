import type { OpenCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { type IncidentId, isId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import type { Incident, IncidentHistory, IncidentVersion } from "./incident";
import type { IncidentCursor } from "./incident-cursor";
import { type SealedVersion, versionContext } from "./sealed-version";

type VersionRow = { incidentId: string; version: number; writtenAt: Date; sealed: Uint8Array };
type IncidentRow = { id: string; writtenAt: Date; startedAt: Date; version: number };

/** A page of entries in their newest version, latest call first, in constant time however long the list. */
export async function listIncidents(
  opened: OpenCase,
  { before, size }: { before?: IncidentCursor; size: number },
): Promise<Incident[]> {
  const rows = await db().incident.findMany({
    where: { caseId: opened.id, ...(before ? earlierThan(before) : {}) },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: size,
  });
  return newestVersions(opened, rows);
}

function earlierThan({ startedAt, id }: IncidentCursor) {
  return { startedAt: { lte: startedAt }, NOT: { startedAt, id: { gte: id } } };
}

/** Every entry of the case in its newest version, earliest call first. */
export async function listAllIncidents(opened: OpenCase): Promise<Incident[]> {
  return (await listAllVersions(opened)).map(({ incident }) => incident);
}

/** Every entry with all its versions, earliest call first, for reports and packets. */
export async function listAllVersions(opened: OpenCase): Promise<IncidentHistory[]> {
  const rows = await db().incident.findMany({
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

async function newestVersions(opened: OpenCase, rows: IncidentRow[]): Promise<Incident[]> {
  const versions = await db().incidentVersion.findMany({
    where: { OR: versionGroups(rows) },
  });
  const byId = new Map(versions.map((version) => [version.incidentId, version]));
  return rows.flatMap((row) => {
    const version = byId.get(row.id);
    if (!version) return [];
    return [{ ...openVersion(opened, version), id: row.id as IncidentId, firstWrittenAt: row.writtenAt }];
  });
}

// One condition a version number instead of one an entry: nearly all entries are at version 1, so the query stays short.
function versionGroups(rows: IncidentRow[]): { version: number; incidentId: { in: string[] } }[] {
  const groups = new Map<number, string[]>();
  for (const row of rows) groups.get(row.version)?.push(row.id) ?? groups.set(row.version, [row.id]);
  return [...groups].map(([version, ids]) => ({ version, incidentId: { in: ids } }));
}

function openVersion(opened: OpenCase, row: VersionRow): IncidentVersion {
  const { reason, content } = openJson<SealedVersion>(
    opened.key,
    row.sealed,
    versionContext(row.incidentId, row.version),
  );
  return { version: row.version, writtenAt: row.writtenAt, reason, content };
}
