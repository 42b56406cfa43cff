import { sendComparisonPdf } from "@/app/_request/comparison-pdf";
import { nothingHere } from "@/app/_request/current-case";
import { orUnavailable } from "@/app/_request/current-owner";
import { currentSharedCase } from "@/app/_request/shared-case";
import { now } from "@/lib/platform/clock";
import { recordReading } from "@/lib/sharing/commands";

type Props = { params: Promise<{ linkId: string; comparisonId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { linkId, comparisonId } = await params;
  const shared = await orUnavailable(() => currentSharedCase(linkId));
  if (!shared) return nothingHere();
  const sent = await sendComparisonPdf(request, shared.case, comparisonId);
  if (sent.ok) await recordReading(shared, "link.heard", comparisonId, now());
  return sent;
}
