import { currentCase, nothingHere } from "@/app/_request/current-case";
import { sendDownload } from "@/app/_request/download";
import { recordPacketDownload } from "@/lib/evidence-packets/commands";
import { findPacket, readPacket } from "@/lib/evidence-packets/queries";
import { now } from "@/lib/platform/clock";

type Props = { params: Promise<{ caseId: string; packetId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, packetId } = await params;
  const opened = await currentCase(caseId);
  const packet = opened && (await findPacket(opened, packetId));
  if (!packet) return nothingHere();
  await recordPacketDownload(opened, packet.id, now());
  const file = { name: "packet.zip", mediaType: "application/zip", sizeBytes: packet.sizeBytes };
  return sendDownload(request, { ...file, open: () => readPacket(opened, packet) });
}
