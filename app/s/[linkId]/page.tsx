import { orUnavailable } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { currentSharedCase } from "@/app/_request/shared-case";
import { LinkDoor } from "@/components/shared/link-door";
import { SharedCaseView } from "@/components/shared/shared-case-view";
import { SiteMain } from "@/components/ui/site-main";
import { listComparisons } from "@/lib/call-tracking/queries";
import { listEvidence } from "@/lib/evidence/queries";
import { listPackets } from "@/lib/evidence-packets/queries";
import { parseIncidentCursor } from "@/lib/incidents/incident-cursor";
import { listHistories } from "@/lib/incidents/queries";
import { now } from "@/lib/platform/clock";
import { recordReading } from "@/lib/sharing/commands";
import { listTraces } from "@/lib/traces/queries";
import { withFiles } from "@/lib/traces/with-files";
import { closeLink, openLink } from "./actions";

type Props = { params: Promise<{ linkId: string }>; searchParams: Promise<{ before?: string }> };

const CALLS_A_PAGE = 25;

/** Without the reader's cookie this page knows nothing and asks for code and passcode, whatever the address. */
export default async function SharedCasePage({ params, searchParams }: Props) {
  const { linkId } = await params;
  const shared = await orUnavailable(() => currentSharedCase(linkId));
  if (!shared)
    return (
      <SiteMain>
        <LinkDoor linkId={linkId} open={openLink} formTexts={formTexts()} />
      </SiteMain>
    );
  await recordReading(shared, "link.viewed", shared.linkId, now());
  const before = parseIncidentCursor((await searchParams).before);
  const [histories, files, packets, traces, comparisons] = await Promise.all([
    listHistories(shared.case, { before, size: CALLS_A_PAGE + 1 }),
    listEvidence(shared.case),
    listPackets(shared.case),
    listTraces(shared.case, now()),
    listComparisons(shared.case, now()),
  ]);
  return (
    <SiteMain>
      <SharedCaseView
        shared={shared}
        histories={histories.slice(0, CALLS_A_PAGE)}
        hasOlder={histories.length > CALLS_A_PAGE}
        isFirstPage={!before}
        files={files}
        packets={packets}
        traces={withFiles(traces, files).traces.filter(({ trace }) => trace.state === "read")}
        hasComparisons={comparisons.some(({ state }) => state === "read")}
        close={closeLink}
        formTexts={formTexts()}
      />
    </SiteMain>
  );
}
