import { requireCase } from "@/app/_request/current-owner";
import { TrackingMethod } from "@/components/tracking/tracking-method";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { texts } from "@/lib/platform/texts";

type Props = { params: Promise<{ caseId: string }> };

export default async function MethodPage({ params }: Props) {
  const words = texts("tracking.method");
  const { id } = await requireCase((await params).caseId);
  return (
    <SiteMain>
      <BackLink href={`/cases/${id}/tracking`}>{words("back")}</BackLink>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <TrackingMethod />
    </SiteMain>
  );
}
