import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { nothingThere } from "@/app/_request/nothing-there";
import { ChooseCapturesForm } from "@/components/tracking/choose-captures-form";
import { ComparisonForm } from "@/components/tracking/comparison-form";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listCaptures, listWatermarks } from "@/lib/call-tracking/queries";
import { listedWatermarks, withFiles } from "@/lib/call-tracking/with-files";
import { listEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { chooseCaptures, compare } from "../actions";

type Props = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<{ first?: string; second?: string }>;
};

/** Two questions, one after the other: which captures, and which of their flows. */
export default async function ComparePage({ params, searchParams }: Props) {
  const words = texts("tracking.room");
  const opened = await requireCase((await params).caseId);
  const { first, second } = await searchParams;
  const room = `/cases/${opened.id}/tracking`;
  const here = `${room}/compare`;
  const [captures, files] = await Promise.all([listCaptures(opened, now()), listEvidence(opened)]);
  const read = withFiles({ captures, comparisons: [], files }).captures.filter(
    ({ state }) => state === "read",
  );
  const named = (id?: string) => read.find((capture) => capture.id === id);
  const withFlows = (id?: string) => {
    const capture = named(id);
    return capture && { ...capture, flows: capture.listing?.flows ?? [] };
  };
  const chosen = withFlows(second);
  if (second && !chosen) nothingThere();
  if (first && first !== "none" && !named(first)) nothingThere();
  const shared = { zone: opened.details.zone, formTexts: formTexts() };
  return (
    <SiteMain>
      <BackLink href={room}>{words("back")}</BackLink>
      <PageHeading>{words("compare")}</PageHeading>
      {chosen ? (
        <ComparisonForm
          {...shared}
          first={withFlows(first)}
          second={chosen}
          watermarks={listedWatermarks(await listWatermarks(opened))}
          change={here}
          compare={compare}
          hidden={{ caseId: opened.id, formKey: newId() }}
          held={await heldFormState(`${here}?first=${first ?? ""}&second=${second}`)}
        />
      ) : (
        <ChooseCapturesForm
          {...shared}
          captures={read}
          choose={chooseCaptures}
          hidden={{ caseId: opened.id }}
          held={await heldFormState(here)}
        />
      )}
    </SiteMain>
  );
}
