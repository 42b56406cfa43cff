import type { Readable } from "node:stream";
import type { OpenCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { isId, type PacketId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import { readFile } from "@/lib/storage/file-store";
import type { Packet as PacketRow } from "@/prisma/generated/client";
import { type PacketSeal, packetContext, type SealedPacket } from "./packet";

/** The packets of a case, newest first. */
export async function listPackets(opened: OpenCase): Promise<SealedPacket[]> {
  const rows = await db().packet.findMany({
    where: { caseId: opened.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => openPacket(opened, row));
}

/** One packet; nothing when it is not of this case. */
export async function findPacket(opened: OpenCase, packetId: string): Promise<SealedPacket | undefined> {
  if (!isId(packetId)) return undefined;
  const row = await db().packet.findFirst({ where: { id: packetId, caseId: opened.id } });
  return row ? openPacket(opened, row) : undefined;
}

/** The ZIP, as it was sealed. */
export function readPacket(opened: OpenCase, packet: Pick<SealedPacket, "id">): Readable {
  return readFile({ caseId: opened.id, fileId: packet.id, key: opened.key });
}

function openPacket(opened: OpenCase, row: PacketRow): SealedPacket {
  return {
    ...openJson<PacketSeal>(opened.key, row.sealed, packetContext(row.id)),
    id: row.id as PacketId,
    createdAt: row.createdAt,
    sizeBytes: Number(row.sizeBytes),
  };
}
