import { receiveEvidence } from "@/app/_request/evidence-upload";
import { beginListing } from "@/app/_request/tracking-work";
import { addCapture } from "@/lib/call-tracking/commands/add-capture";
import { now } from "@/lib/platform/clock";

type Props = { params: Promise<{ caseId: string }> };

/** Takes a capture as evidence and begins to list its flows. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { caseId } = await params;
  const room = `/cases/${caseId}/tracking`;
  return receiveEvidence(request, caseId, {
    pageOf: () => room,
    async added(opened, { fileId }) {
      const capture = await addCapture(opened, fileId, now());
      // Something else, say a picture: it is kept as evidence, and cannot be compared.
      if (!capture.ok) return `${room}?fault=${capture.code}#file`;
      beginListing(opened, capture.value);
      return `${room}/captures/${capture.value}`;
    },
  });
}
