import { DataTable } from "@/components/ui/data-table";
import type { AuditAction, AuditActor, ChainedEvent } from "@/lib/audit/event";
import { formatMoment } from "@/lib/platform/moment";
import { type Texts, texts } from "@/lib/platform/texts";

type HistoryTexts = Texts<"cases.history">;
type KeyOf<Action> = Action extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;

/** What happened to a case, as its owner reads it. */
export function HistoryTable({ events, zone }: { events: ChainedEvent[]; zone: string }) {
  const words = texts("cases.history");
  const columns = [
    { key: "number", header: words("number"), isNumber: true },
    { key: "at", header: words("at") },
    { key: "what", header: words("what") },
    { key: "who", header: words("who") },
    { key: "hash", header: words("hash") },
  ];
  const rows = events.map(({ sequence, at, event, hash }) => ({
    key: String(sequence),
    cells: {
      number: sequence,
      at: formatMoment(at, zone, { seconds: true }),
      what: whatText(words, event.action, event.version),
      who: whoText(words, event.actor),
      hash: <code>{hash.slice(0, 16)}</code>,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function whatText(words: HistoryTexts, action: AuditAction, version?: number): string {
  return words(`actions.${action.replace(".", "_") as KeyOf<AuditAction>}`, { version: version ?? 1 });
}

function whoText(words: HistoryTexts, actor: AuditActor): string {
  return actor.kind === "reader" ? actor.recipient : words(actor.kind);
}
