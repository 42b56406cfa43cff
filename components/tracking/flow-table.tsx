import { TraceTime } from "@/components/traces/trace-time";
import { Written } from "@/components/traces/written";
import { DataTable } from "@/components/ui/data-table";
import type { FlowFinding } from "@/lib/captures/flows/flow-finding";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { texts } from "@/lib/platform/texts";
import { endpointText, flowSeconds, sourceText, spacingText } from "./flow-text";
import { FLOWS_SHOWN, likeliestFlows } from "./likeliest-flows";

type Props = { flows: readonly FlowSummary[]; findings?: readonly FlowFinding[]; zone: string };

/** The flows of one capture, the likeliest calls first, and what the reading left out. */
export function FlowTable({ flows, findings = [], zone }: Props) {
  const words = texts("tracking.flows");
  const shown = likeliestFlows(flows);
  return (
    <>
      <p>{words("lead")}</p>
      {flows.length === 0 && <p>{words("none")}</p>}
      {flows.length > FLOWS_SHOWN && (
        <p role="status">{words("shown", { shown: shown.length, count: flows.length })}</p>
      )}
      {shown.length > 0 && <Flows flows={shown} zone={zone} />}
      <FlowFindings findings={findings} />
    </>
  );
}

function Flows({ flows, zone }: { flows: readonly FlowSummary[]; zone: string }) {
  const words = texts("tracking.flows");
  const columns = [
    { key: "flow", header: words("flow") },
    { key: "kind", header: words("kind") },
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
    flow: <FlowPlace flow={flow} zone={zone} />,
    kind: <FlowKind flow={flow} />,
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
      {words.rich("way", {
        from: () => <Written text={endpointText(flow.source)} />,
        to: () => <Written text={endpointText(flow.destination)} />,
      })}
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
  const { ssrc, payloadType, cutPackets, protocol } = flow;
  const kind = ssrc === undefined ? words("notRtp") : words("rtp");
  return (
    <>
      {kind}
      <span className="under">{texts("tracking.flowProtocols")(protocol)}</span>
      {ssrc !== undefined && <span className="under">{words("source", { ssrc: sourceText(ssrc) })}</span>}
      {payloadType !== undefined && (
        <span className="under">{words("payloadType", { type: payloadType })}</span>
      )}
      {cutPackets > 0 && <span className="under">{words("cut", { count: cutPackets })}</span>}
    </>
  );
}

/** What the reading left out, and what to do about it. */
function FlowFindings({ findings }: { findings: readonly FlowFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <h2>{texts("tracking.flows")("findings")}</h2>
      <ul>
        {findings.map(({ code, count, flow = "" }) => (
          <li key={code + flow}>
            {texts("tracking.flowFindings")(code, { count })}
            {flow && (
              <span className="under">
                <Written text={flow} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
