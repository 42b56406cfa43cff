import { requireSharedCase } from "@/app/_request/require-shared-case";
import { TrackingMethod } from "@/components/tracking/tracking-method";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { texts } from "@/lib/platform/texts";

type Props = { params: Promise<{ linkId: string }> };

export default async function SharedMethodPage({ params }: Props) {
  const words = texts("tracking.method");
  const { linkId } = await requireSharedCase((await params).linkId);
  return (
    <SiteMain>
      <BackLink href={`/s/${linkId}/tracking`}>{words("back")}</BackLink>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <TrackingMethod />
    </SiteMain>
  );
}
