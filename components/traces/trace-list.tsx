import type { ReactNode } from "react";
import { FileSize } from "@/components/evidence/file-size";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import type { Trace } from "@/lib/traces/trace";
import { percentRead } from "./percent-read";

/** A trace with the name and size of its file. */
export type ListedTrace = { trace: Trace; fileName: string; sizeBytes: number };

type Props = {
  traces: readonly ListedTrace[];
  zone: string;
  hrefOf: (trace: Trace) => string;
  /** Further things to do with a trace, such as a form that removes it. */
  actionOf?: (trace: Trace) => ReactNode;
};

/** Every trace of a case: how far each is read, and what was found in it. */
export function TraceList({ traces, zone, hrefOf, actionOf }: Props) {
  const words = texts("traces.list");
  const columns = [
    { key: "name", header: words("name") },
    { key: "added", header: words("added") },
    { key: "size", header: words("size"), isNumber: true },
    { key: "state", header: words("state") },
    { key: "found", header: words("found") },
    ...(actionOf ? [{ key: "action", header: words("action") }] : []),
  ];
  const rows = traces.map((listed) => ({
    key: listed.trace.id,
    cells: {
      name: (
        <a className="trace-link" href={hrefOf(listed.trace)}>
          <bdi>{listed.fileName}</bdi>
        </a>
      ),
      added: formatMoment(listed.trace.createdAt, zone),
      size: <FileSize bytes={listed.sizeBytes} />,
      state: <TraceStateText listed={listed} />,
      found: <Found trace={listed.trace} />,
      action: actionOf?.(listed.trace),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function TraceStateText({ listed }: { listed: ListedTrace }) {
  const { trace } = listed;
  const state = texts("traces.traceStates")(trace.state);
  const percent = percentRead(trace.readBytes, listed.sizeBytes);
  return (
    <>
      <Tag kind={trace.state === "read" ? "strong" : "plain"}>{state}</Tag>
      {trace.state === "reading" && <p className="hint">{texts("traces.list")("percent", { percent })}</p>}
    </>
  );
}

function Found({ trace }: { trace: Trace }) {
  const { calls, messages } = trace;
  return texts("traces.list")("counts", { calls, messages });
}
