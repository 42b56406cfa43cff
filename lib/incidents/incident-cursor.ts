import { isId } from "@/lib/platform/ids";
import type { Incident } from "./incident";

/** Place in the list after which a page begins: start and id of the last entry shown. */
export type IncidentCursor = { startedAt: Date; id: string };

/** A place in the list as an address bears it: an instant and an id, nothing of the call itself. */
export function formatIncidentCursor({ id, content }: Pick<Incident, "id" | "content">): string {
  return `${Date.parse(content.time.utc)}_${id}`;
}

/** The reverse; an address that was tampered with begins at the newest call. */
export function parseIncidentCursor(text: string | undefined): IncidentCursor | undefined {
  const [instant = "", id] = (text ?? "").split("_");
  if (!/^-?\d{1,15}$/.test(instant) || !isId(id)) return undefined;
  return { startedAt: new Date(Number(instant)), id };
}
