import { formTexts } from "@/app/_request/form-texts";
import { nothingThere } from "@/app/_request/nothing-there";
import { requireSharedCase } from "@/app/_request/require-shared-case";
import { onlyCallOf } from "@/components/traces/only-call";
import { ReadTraceView } from "@/components/traces/read-trace-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { recordReading } from "@/lib/sharing/commands";
import { callFilterSchema } from "@/lib/traces/filter-calls";
import { examineTraceCall, findTrace, listTraceCalls } from "@/lib/traces/queries";
import { openSearch } from "@/lib/traces/sealed-search";
import { searchSharedTrace } from "../../actions";

type Props = {
  params: Promise<{ linkId: string; traceId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** A trace as the investigator reads it: the same calls and the same facts. */
export default async function SharedTracePage({ params, searchParams }: Props) {
  const { linkId, traceId } = await params;
  const shared = await requireSharedCase(linkId);
  const trace = (await findTrace(shared.case, traceId, now())) ?? nothingThere();
  const file = (await findEvidence(shared.case, trace.fileId)) ?? nothingThere();
  if (trace.state !== "read") nothingThere();
  await recordReading(shared, "link.viewed", trace.id, now());
  const lines = await listTraceCalls(shared.case, trace);
  const only = onlyCallOf(lines);
  const filter = callFilterSchema.parse(await searchParams);
  return (
    <SiteMain>
      <BackLink href={`/s/${linkId}`}>{texts("shared.page")("backToCase")}</BackLink>
      <PageHeading above={texts("traces.room")("heading")}>
        <bdi>{file.name}</bdi>
      </PageHeading>
      <ReadTraceView
        trace={trace}
        file={file}
        lines={lines}
        only={
          only ? await examineTraceCall(shared.case, { traceId: trace.id, number: only }, now()) : undefined
        }
        filter={filter}
        text={openSearch(shared.case.key, trace.id, filter.find)}
        search={searchSharedTrace}
        formTexts={formTexts()}
        hidden={{ linkId, traceId: trace.id }}
        zone={shared.case.details.zone}
        here={`/s/${linkId}/traces/${trace.id}`}
      />
    </SiteMain>
  );
}
