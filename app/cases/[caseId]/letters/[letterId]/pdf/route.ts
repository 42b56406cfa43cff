import { currentCase, nothingHere } from "@/app/_request/current-case";
import { sendDownload } from "@/app/_request/download";
import { findLetter, readLetterPdf } from "@/lib/letters/queries";

type Props = { params: Promise<{ caseId: string; letterId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, letterId } = await params;
  const opened = await currentCase(caseId);
  const letter = opened && (await findLetter(opened, letterId));
  if (!opened || !letter?.pdf) return nothingHere();
  const open = () => readLetterPdf(opened, letter) as NonNullable<ReturnType<typeof readLetterPdf>>;
  return sendDownload(request, { name: "letter.pdf", mediaType: "application/pdf", ...letter.pdf, open });
}
