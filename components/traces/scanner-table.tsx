import { DataTable } from "@/components/ui/data-table";
import { texts } from "@/lib/platform/texts";
import type { Scanner } from "@/lib/sip/scanners";
import { codeWords } from "./code-words";
import { Written } from "./written";

const MOST_SHOWN = 50;

/** Hosts of a trace that search for accounts or servers: their calls are noise, and no person's. */
export function ScannerTable({ scanners }: { scanners: readonly Scanner[] }) {
  const words = texts("traces.scanners");
  if (scanners.length === 0) return null;
  const columns = [
    { key: "host", header: words("host") },
    { key: "signs", header: words("signs") },
    { key: "calls", header: words("calls"), isNumber: true },
    { key: "users", header: words("users"), isNumber: true },
    { key: "refused", header: words("refused"), isNumber: true },
  ];
  const rows = scanners.slice(0, MOST_SHOWN).map(({ host, name, signs, calls, users, refused }) => ({
    key: host,
    cells: {
      host: (
        <>
          <Written text={host} />
          {name && (
            <span className="under">
              <Written text={name} />
            </span>
          )}
        </>
      ),
      signs: (
        <ul className="plain-list">
          {signs.map((sign) => (
            <li key={sign}>{codeWords("traces.scannerSigns", sign)}</li>
          ))}
        </ul>
      ),
      calls,
      users,
      refused,
    },
  }));
  return (
    <>
      <h2>{words("heading")}</h2>
      <p>{words("lead")}</p>
      <DataTable caption={words("heading")} isCaptionHidden columns={columns} rows={rows} stacks />
    </>
  );
}
