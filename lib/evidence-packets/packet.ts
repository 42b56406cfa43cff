import type { PacketId } from "@/lib/platform/ids";

/** A sealed packet; its ZIP lies in the file store under the same id and never changes. */
export type SealedPacket = {
  id: PacketId;
  createdAt: Date;
  sizeBytes: number;
  sha256: string;
  /** What the check of the unpacked bag ends with; told by another way than the packet. */
  fingerprint: string;
  calls: number;
  files: number;
};

export type PacketSeal = Pick<SealedPacket, "sha256" | "fingerprint" | "calls" | "files">;

export function packetContext(id: string): string {
  return `packet:${id}`;
}
