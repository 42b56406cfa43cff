import type { Incident } from "@/lib/incidents/incident";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

const HOUR_MS = 3_600_000;
const LATE_HOURS = 24;

/** When an entry was written: at once or days later matters to whoever weighs it, so a late entry says so. */
export function WrittenText({ incident, zone }: { incident: Incident; zone: string }) {
  const words = texts("incidents.page");
  const { firstWrittenAt, version, writtenAt, content } = incident;
  const hours = (firstWrittenAt.getTime() - Date.parse(content.time.utc)) / HOUR_MS;
  return (
    <p className="hint">
      {words("writtenAt", { written: formatMoment(firstWrittenAt, zone) })}{" "}
      {hours > LATE_HOURS && words("writtenLate", { days: Math.floor(hours / 24) })}{" "}
      {version > 1 && words("amendedAt", { version, at: formatMoment(writtenAt, zone) })}
    </p>
  );
}
