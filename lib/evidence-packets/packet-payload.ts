import type { ChainedEvent } from "@/lib/audit/event";
import { auditLogJsonl } from "./audit-log-jsonl";
import { filesCsv, filesJson } from "./files-list";
import type { IncidentHistory } from "./incident-history";
import { incidentsCsv } from "./incidents-csv";
import { incidentsJson } from "./incidents-json";
import { type Original, originalPayload, placeOriginals } from "./original";
import { type PayloadFile, textFile } from "./payload-file";

/** What a packet holds of a case. */
export type PacketContent = {
  madeAt: Date;
  incidents: readonly IncidentHistory[];
  originals: readonly Original[];
  /** Oldest first, the whole chain. */
  auditLog: readonly ChainedEvent[];
  /** Finished documents in their place: `data/report.pdf`, `data/letters/…pdf`. */
  documents: readonly PayloadFile[];
};

/** The payload of a packet: documents and tables first, so that a reader of the ZIP finds them, then the originals. */
export function packetPayload(content: PacketContent): PayloadFile[] {
  const { madeAt, incidents, auditLog, documents } = content;
  const originals = placeOriginals(content.originals);
  return [
    ...documents,
    textFile("data/incidents.csv", incidentsCsv(incidents)),
    textFile("data/incidents.json", incidentsJson(incidents, madeAt)),
    textFile("data/files.csv", filesCsv(originals)),
    textFile("data/files.json", filesJson(originals, madeAt)),
    textFile("data/audit-log.jsonl", auditLogJsonl(auditLog)),
    ...originals.map(originalPayload),
  ];
}
