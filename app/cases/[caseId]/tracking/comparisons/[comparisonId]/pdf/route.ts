import { sendComparisonPdf } from "@/app/_request/comparison-pdf";
import { currentCase, nothingHere } from "@/app/_request/current-case";

type Props = { params: Promise<{ caseId: string; comparisonId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, comparisonId } = await params;
  const opened = await currentCase(caseId);
  return opened ? sendComparisonPdf(request, opened, comparisonId) : nothingHere();
}
