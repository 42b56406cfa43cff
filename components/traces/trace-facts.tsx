import { DataTable } from "@/components/ui/data-table";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { Endpoint } from "@/lib/captures/packet";
import type { Sighting } from "@/lib/captures/sighting";
import { texts } from "@/lib/platform/texts";
import type { TraceTotals } from "@/lib/sip/trace-totals";
import { codeWords } from "./code-words";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

/** The totals of a trace; `findings` are those of the capture and of its unzipping, `sha256` that of the file. */
export type FileTotals = Omit<TraceTotals, "captureFindings"> & {
  findings: readonly CaptureFinding[];
  sha256: string;
};

const MOST_SIGHTINGS = 200;

/** What is known of a trace's file: how much it holds, what was noticed about it, and what else it shows. */
export function TraceFacts({ totals, zone }: { totals: FileTotals; zone: string }) {
  const words = texts("traces.facts");
  return (
    <>
      <SummaryList rows={countsOf(totals, zone)} />
      {totals.timesLackZone && <p>{words("noZone")}</p>}
      {totals.isShortened && <p>{words("shortened")}</p>}
      <h3>{words("findings")}</h3>
      <FileFindings findings={totals.findings} />
      <h3>{words("sightings")}</h3>
      <Sightings sightings={totals.sightings} zone={zone} />
    </>
  );
}

function countsOf(totals: FileTotals, zone: string): SummaryRow[] {
  const words = texts("traces.facts");
  const { packets, messages, calls, startedAt, endedAt, streams, unreadable } = totals;
  const count = (value: number) => words("count", { count: value });
  return [
    { key: "format", term: words("format"), value: texts("traces.formats")(totals.format) },
    { key: "packets", term: words("packets"), value: count(packets) },
    { key: "messages", term: words("messages"), value: count(messages) },
    { key: "calls", term: words("calls"), value: count(calls) },
    ...timeRow("first", startedAt, zone),
    ...timeRow("last", endedAt, zone),
    ...(streams.length > 0 ? [{ key: "streams", term: words("streams"), value: count(streams.length) }] : []),
    ...(unreadable > 0 ? [{ key: "unreadable", term: words("unreadable"), value: count(unreadable) }] : []),
    { key: "sha256", term: words("sha256"), value: <code className="hash">{totals.sha256}</code> },
  ];
}

function timeRow(key: "first" | "last", at: number | undefined, zone: string): SummaryRow[] {
  if (at === undefined) return [];
  return [{ key, term: texts("traces.facts")(key), value: <TraceTime at={at} zone={zone} withUtc /> }];
}

function FileFindings({ findings }: { findings: readonly CaptureFinding[] }) {
  const words = texts("traces.facts");
  if (findings.length === 0) return <p>{words("findingsNone")}</p>;
  return (
    <ul>
      {findings.map(({ code, count, frame }) => (
        <li key={code}>
          {words("finding", { text: codeWords("traces.captureFindings", code), count, frame: frame ?? 0 })}
        </li>
      ))}
    </ul>
  );
}

function Sightings({ sightings, zone }: { sightings: readonly Sighting[]; zone: string }) {
  const words = texts("traces.facts");
  if (sightings.length === 0) return <p>{words("sightingsNone")}</p>;
  const columns = [
    { key: "protocol", header: words("protocol") },
    { key: "between", header: words("between") },
    { key: "packets", header: words("packetsOf"), isNumber: true },
    { key: "details", header: words("details") },
  ];
  const rows = sightings.slice(0, MOST_SIGHTINGS).map((sighting, index) => ({
    key: String(index),
    cells: {
      protocol: texts("traces.protocols")(sighting.protocol),
      between: <Between sighting={sighting} zone={zone} />,
      packets: sighting.packets,
      details: <Details sighting={sighting} />,
    },
  }));
  const rest = sightings.length - rows.length;
  return (
    <>
      <DataTable caption={words("sightingsCaption")} columns={columns} rows={rows} stacks />
      {rest > 0 && <p>{words("moreSightings", { rest })}</p>}
    </>
  );
}

function Between({ sighting, zone }: { sighting: Sighting; zone: string }) {
  const { source, destination, startedAt } = sighting;
  return (
    <>
      <Written text={placeText(source)} />
      <span className="under">
        <Written text={placeText(destination)} />
      </span>
      <span className="under">
        <TraceTime at={startedAt} zone={zone} />
      </span>
    </>
  );
}

/** IPsec's ESP has no ports. */
function placeText({ address, port }: Endpoint): string {
  if (port === 0) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function Details({ sighting: { details } }: { sighting: Sighting }) {
  if (details.length === 0) return null;
  return (
    <ul className="plain-list sighted">
      {details.map(({ name, value }) => (
        <li key={name + value}>
          {texts("traces.facts").rich("detail", {
            name: texts("traces.sightingDetails")(name),
            value: () => <Written text={value} />,
          })}
        </li>
      ))}
    </ul>
  );
}
