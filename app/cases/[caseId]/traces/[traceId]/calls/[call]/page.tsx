import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { nothingThere } from "@/app/_request/nothing-there";
import { CallMoment } from "@/components/traces/call-moment";
import { MatchForm } from "@/components/traces/match-form";
import { TraceCallView } from "@/components/traces/trace-call-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { callPartsSchema } from "@/lib/traces/filter-calls";
import { examineTraceCall } from "@/lib/traces/queries";
import { confirmMatch, removeMatch } from "../../../actions";
import { matchProposals } from "./match-proposals";

type Props = {
  params: Promise<{ caseId: string; traceId: string; call: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export default async function TraceCallPage({ params, searchParams }: Props) {
  const words = texts("traces.callPage");
  const { caseId, traceId, call } = await params;
  const opened = await requireCase(caseId);
  const found = (await examineTraceCall(opened, { traceId, number: Number(call) }, now())) ?? nothingThere();
  const parts = callPartsSchema.parse(await searchParams);
  const trace = `/cases/${opened.id}/traces/${found.trace.id}`;
  return (
    <SiteMain>
      <BackLink href={trace}>{words("back")}</BackLink>
      <PageHeading
        above={<bdi>{found.file.name}</bdi>}
        lead={
          <CallMoment story={found.story} isCall={found.call.kind === "call"} zone={opened.details.zone} />
        }
      >
        {words("heading", {
          name: texts("traces.entryNames")(found.call.kind, { number: found.call.number }),
        })}
      </PageHeading>
      <TraceCallView
        found={found}
        zone={opened.details.zone}
        here={`${trace}/calls/${found.call.number}`}
        ladderPage={parts.ladder}
        messagePage={parts.messages}
        settings={trace}
      >
        <section id="match">
          <MatchForm
            {...(await matchProposals(opened, found))}
            confirm={confirmMatch}
            remove={removeMatch}
            formTexts={formTexts()}
            hidden={{ caseId: opened.id, traceId: found.trace.id, call: String(found.call.number) }}
          />
        </section>
      </TraceCallView>
    </SiteMain>
  );
}
