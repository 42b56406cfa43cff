import { receiveEvidence } from "@/app/_request/evidence-upload";
import { isId } from "@/lib/platform/ids";

type Props = { params: Promise<{ caseId: string }> };

/** Takes a file that belongs to one call, or to the whole case. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { caseId } = await params;
  return receiveEvidence(request, caseId, {
    pageOf: ({ incidentId }) =>
      isId(incidentId) ? `/cases/${caseId}/incidents/${incidentId}` : `/cases/${caseId}/evidence`,
    added: (_opened, { page }) => `${page}?done=file`,
  });
}
