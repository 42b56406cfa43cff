import { csvText } from "./csv";
import type { PlacedOriginal } from "./original";

export const FILES_SCHEMA = "nightjar/files/1";

/** The originals with their true names, where they came from and their SHA-256, for programs. */
export function filesJson(originals: readonly PlacedOriginal[], madeAt: Date): string {
  const files = originals.map(fileRow);
  return `${JSON.stringify({ schema: FILES_SCHEMA, madeAt: madeAt.toISOString(), files }, null, 2)}\n`;
}

/** The same list for a spreadsheet. */
export function filesCsv(originals: readonly PlacedOriginal[]): string {
  return csvText(
    columns,
    originals.map(fileRow).map((row) => columns.map((column) => row[column])),
  );
}

const columns = [
  "mark",
  "path",
  "name",
  "incidentMark",
  "incidentId",
  "kind",
  "mediaType",
  "sizeBytes",
  "sha256",
  "note",
  "addedAt",
  "id",
] as const;

function fileRow({ mark, path, file, incidentMark }: PlacedOriginal) {
  const { id, name, incidentId, kind, mediaType, sizeBytes, sha256, note } = file;
  const addedAt = file.addedAt.toISOString();
  return {
    mark,
    path,
    name,
    incidentMark,
    incidentId,
    kind,
    mediaType,
    sizeBytes,
    sha256,
    note,
    addedAt,
    id,
  };
}
