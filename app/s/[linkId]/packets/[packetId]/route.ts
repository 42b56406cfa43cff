import { nothingHere } from "@/app/_request/current-case";
import { orUnavailable } from "@/app/_request/current-owner";
import { sendDownload } from "@/app/_request/download";
import { currentSharedCase } from "@/app/_request/shared-case";
import { findPacket, readPacket } from "@/lib/evidence-packets/queries";
import { now } from "@/lib/platform/clock";
import { recordReading } from "@/lib/sharing/commands";

type Props = { params: Promise<{ linkId: string; packetId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { linkId, packetId } = await params;
  const shared = await orUnavailable(() => currentSharedCase(linkId));
  const packet = shared?.allowDownload ? await findPacket(shared.case, packetId) : undefined;
  if (!shared || !packet) return nothingHere();
  await recordReading(shared, "link.downloaded", packet.id, now());
  const file = { name: "packet.zip", mediaType: "application/zip", sizeBytes: packet.sizeBytes };
  return sendDownload(request, { ...file, open: () => readPacket(shared.case, packet) });
}
