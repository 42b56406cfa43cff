import { receiveEvidence } from "@/app/_request/evidence-upload";
import { holdTypedForm } from "@/app/_request/held-form";
import { beginReading } from "@/app/_request/trace-reading";
import type { OwnedCase } from "@/lib/cases/case";
import { now } from "@/lib/platform/clock";
import type { TraceId } from "@/lib/platform/ids";
import { addTrace } from "@/lib/traces/commands/add-trace";
import { changeTraceSettings } from "@/lib/traces/commands/change-settings";
import { traceSettingsSchema } from "@/lib/traces/schema";
import { noSettings } from "@/lib/traces/settings";

type Props = { params: Promise<{ caseId: string }> };

/** Takes a capture or a log as evidence and begins to read it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { caseId } = await params;
  const room = `/cases/${caseId}/traces`;
  return receiveEvidence(request, caseId, {
    pageOf: () => room,
    async added(opened, { fileId, fields }) {
      const trace = await addTrace(opened, fileId, now());
      // A picture, say: it is kept as evidence, and cannot be read here.
      if (!trace.ok) return `${room}?fault=${trace.code}#file`;
      const page = `${room}/${trace.value}`;
      const fault = await keepProviders(opened, {
        traceId: trace.value,
        typed: fields.providers ?? "",
        page,
      });
      beginReading(opened, trace.value);
      return fault ? `${page}?fault=${fault}#providerHosts` : page;
    },
  });
}

type Providers = { traceId: TraceId; typed: string; page: string };

/** Keeps the provider's servers that came with the file; what names no server waits in the form of the trace's page. */
async function keepProviders(
  opened: OwnedCase,
  { traceId, typed, page }: Providers,
): Promise<string | undefined> {
  if (typed.trim() === "") return undefined;
  const read = traceSettingsSchema.pick({ providerHosts: true }).safeParse({ providerHosts: typed });
  if (read.success)
    await changeTraceSettings(opened, { traceId, settings: { ...noSettings, ...read.data } }, now());
  else await holdTypedForm(page, { providerHosts: typed });
  return read.error?.issues[0]?.message;
}
