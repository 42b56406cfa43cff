import { nothingThere } from "@/app/_request/nothing-there";
import { requireSharedCase } from "@/app/_request/require-shared-case";
import { CallMoment } from "@/components/traces/call-moment";
import { TraceCallView } from "@/components/traces/trace-call-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { recordReading } from "@/lib/sharing/commands";
import { callPartsSchema } from "@/lib/traces/filter-calls";
import { examineTraceCall } from "@/lib/traces/queries";

type Props = {
  params: Promise<{ linkId: string; traceId: string; call: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** One call of a trace as the investigator reads it. */
export default async function SharedTraceCallPage({ params, searchParams }: Props) {
  const words = texts("traces.callPage");
  const { linkId, traceId, call } = await params;
  const shared = await requireSharedCase(linkId);
  const asked = { traceId, number: Number(call) };
  const found = (await examineTraceCall(shared.case, asked, now())) ?? nothingThere();
  await recordReading(shared, "link.viewed", found.trace.id, now());
  const parts = callPartsSchema.parse(await searchParams);
  const trace = `/s/${linkId}/traces/${found.trace.id}`;
  return (
    <SiteMain>
      <BackLink href={trace}>{words("back")}</BackLink>
      <PageHeading
        above={<bdi>{found.file.name}</bdi>}
        lead={
          <CallMoment
            story={found.story}
            isCall={found.call.kind === "call"}
            zone={shared.case.details.zone}
          />
        }
      >
        {words("heading", {
          name: texts("traces.entryNames")(found.call.kind, { number: found.call.number }),
        })}
      </PageHeading>
      <TraceCallView
        found={found}
        zone={shared.case.details.zone}
        here={`${trace}/calls/${found.call.number}`}
        ladderPage={parts.ladder}
        messagePage={parts.messages}
      />
    </SiteMain>
  );
}
