// Builders for tests and benches: a packet of Mara's with fictional calls and files.
import { createHash } from "node:crypto";
import { CHAIN_START, chainEvent } from "@/lib/audit/chain";
import type { AuditEvent, ChainedEvent } from "@/lib/audit/event";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { amendedCall, silentCallAt, threatAt } from "@/lib/incidents/build-incident";
import type { Incident } from "@/lib/incidents/incident";
import type { EvidenceFileId } from "@/lib/platform/ids";
import type { IncidentHistory } from "./incident-history";
import type { Original } from "./original";
import { type PacketContent, packetPayload } from "./packet-payload";
import { bytesFile } from "./payload-file";
import type { Packet } from "./write-packet";

export const MADE_AT = new Date("2026-03-05T09:30:00Z");

/** Mara's packet: two calls, one amended, a voicemail, a screenshot and a report. */
export function marasPacket(content: Partial<PacketContent> = {}): Packet {
  const auditLog = content.auditLog ?? chainOf(["case.opened", "incident.logged", "incident.amended"]);
  const { sequence, hash } = auditLog.at(-1) ?? { sequence: 0, hash: CHAIN_START };
  return {
    folder: "packet-2026-03-05",
    madeAt: MADE_AT,
    payload: packetPayload({ ...marasContent(), ...content, auditLog }),
    auditHead: { sequence, hash },
  };
}

function marasContent(): PacketContent {
  const silent = silentCallAt("2026-03-02T22:15:00Z");
  const threat = threatAt("2026-03-03T01:40:30Z", "I know where you live");
  const amended = amendedCall(threat, { reason: "I remembered the voice", voice: ["man", "angry"] });
  return {
    madeAt: MADE_AT,
    incidents: [historyOf("A1", silent), historyOf("A2", threat, amended)],
    originals: [originalOf("E1", "voicemail.wav", "RIFF 1"), originalOf("E2", "screen shot.png", "PNG 2")],
    auditLog: [],
    documents: [bytesFile("data/report.pdf", Buffer.from("%PDF-1.7 report"))],
  };
}

/** Names that an upload may bear. */
export const hostileNames = [
  "../../etc/x",
  "con.txt",
  "a\u202Egpj.exe",
  "y".repeat(300),
  "nul\u0000.wav",
  "Case.wav",
  "case.WAV",
  "-rf",
  "two words.wav",
  "line\nbreak.wav",
  "100%0A.wav",
  "\u062A\u0647\u062F\u064A\u062F.wav",
  "\uFFFD",
];

export function historyOf(mark: string, ...incidents: Incident[]): IncidentHistory {
  const [first] = incidents;
  if (!first) throw new Error("A history needs a version");
  const { id, firstWrittenAt } = first;
  return { id, mark, firstWrittenAt, versions: incidents };
}

/** An original of which the bytes are those of `text`. */
export function originalOf(mark: string, name: string, text: string): Original {
  const { open, sizeBytes } = bytesFile(name, Buffer.from(text));
  const file: EvidenceFile = {
    id: `00000000-0000-4000-8000-${mark.toLowerCase().padStart(12, "0")}` as EvidenceFileId,
    name,
    kind: "audio",
    mediaType: "audio/wav",
    sizeBytes,
    sha256: createHash("sha256").update(text).digest("hex"),
    note: "",
    addedAt: MADE_AT,
  };
  return { mark, file, open };
}

/** A chain of events with these actions, a minute apart. */
export function chainOf(actions: readonly AuditEvent["action"][]): ChainedEvent[] {
  const links: ChainedEvent[] = [];
  for (const [index, action] of actions.entries()) {
    const event: AuditEvent = { action, actor: { kind: "owner" }, subject: `row-${index}` };
    const at = new Date(MADE_AT.getTime() - (actions.length - index) * 60_000);
    links.push(chainEvent(links.at(-1), event, at));
  }
  return links;
}
