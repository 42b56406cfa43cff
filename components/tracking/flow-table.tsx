import { codeWords } from "@/components/traces/code-words";
import { TraceTime } from "@/components/traces/trace-time";
import { Written } from "@/components/traces/written";
import { DataTable } from "@/components/ui/data-table";
import type { Listing } from "@/lib/call-tracking/capture";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { texts } from "@/lib/platform/texts";
import { endpointText, flowSeconds, kindText, sourceText, spacingText } from "./flow-text";
import { FLOWS_SHOWN, likeliestFlows } from "./likeliest-flows";

type Props = { listing: Listing; zone: string };

/** The flows of one capture, the likeliest calls first, and what the reading noticed or left out. */
export function FlowTable({ listing, zone }: Props) {
  const words = texts("tracking.flows");
  const { flows } = listing;
  const shown = likeliestFlows(flows);
  return (
    <>
      <p>{words("lead")}</p>
      {flows.length === 0 && <p>{words("none")}</p>}
      {flows.length > FLOWS_SHOWN && (
        <p role="status">{words("shown", { shown: shown.length, count: flows.length })}</p>
      )}
      {shown.length > 0 && <Flows flows={shown} zone={zone} />}
      <ListingFindings listing={listing} />
    </>
  );
}

function Flows({ flows, zone }: { flows: readonly FlowSummary[]; zone: string }) {
  const words = texts("tracking.flows");
  const columns = [
    { key: "flow", header: words("flow") },
    { key: "packets", header: words("packets"), isNumber: true },
    { key: "length", header: words("length"), isNumber: true },
    { key: "spacing", header: words("spacing"), isNumber: true },
    { key: "bytes", header: words("bytes"), isNumber: true },
  ];
  const rows = flows.map((flow) => ({ key: flow.id, cells: cellsOf(flow, zone) }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function cellsOf(flow: FlowSummary, zone: string) {
  const words = texts("tracking.flows");
  const { medianGapMs } = flow;
  return {
    flow: (
      <>
        <FlowPlace flow={flow} zone={zone} />
        <FlowKind flow={flow} />
      </>
    ),
    packets: words("count", { count: flow.packets }),
    length: whole(words("seconds", { seconds: flowSeconds(flow) })),
    spacing:
      medianGapMs === undefined
        ? words("noSpacing")
        : whole(words("milliseconds", { value: spacingText(medianGapMs) })),
    bytes: words("count", { count: flow.payloadBytes }),
  };
}

function whole(text: string) {
  return <span className="whole">{text}</span>;
}

/** Where a flow goes, and from when. */
export function FlowPlace({ flow, zone }: { flow: FlowSummary; zone?: string }) {
  const words = texts("tracking.flows");
  return (
    <>
      <span className="flow-place">
        {words.rich("way", {
          from: () => <Written text={endpointText(flow.source)} />,
          to: () => <Written text={endpointText(flow.destination)} />,
        })}
      </span>
      {zone && (
        <span className="under">
          {words.rich("startedAt", { time: () => <TraceTime at={flow.firstAt} zone={zone} /> })}
        </span>
      )}
    </>
  );
}

function FlowKind({ flow }: { flow: FlowSummary }) {
  const words = texts("tracking.flows");
  const { ssrc, payloadType, cutPackets } = flow;
  const facts = [
    kindText(flow),
    ...(ssrc === undefined ? [] : [words("source", { ssrc: sourceText(ssrc) })]),
    ...(payloadType === undefined ? [] : [words("payloadType", { type: payloadType })]),
    ...(cutPackets > 0 ? [words("cut", { count: cutPackets })] : []),
  ];
  return <span className="under">{facts.join(", ")}</span>;
}

function ListingFindings({ listing: { limits, findings } }: { listing: Listing }) {
  const words = texts("tracking.flows");
  if (limits.length + findings.length === 0) return null;
  return (
    <>
      <h2>{words("findings")}</h2>
      <ul>
        {limits.map(({ code, count, flow = "" }) => (
          <li key={code + flow}>
            {texts("tracking.flowFindings")(code, { count })}
            {flow && (
              <span className="under">
                <Written text={flow} />
              </span>
            )}
          </li>
        ))}
        {findings.map(({ code, count }) => (
          <li key={code}>{words("seen", { text: codeWords("traces.captureFindings", code), count })}</li>
        ))}
      </ul>
    </>
  );
}
