import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { ChainHead } from "@/lib/audit/chain";
import { meter } from "@/lib/storage/meter";
import {
  BAG_DECLARATION,
  type BagDescription,
  bagInfo,
  isBagPath,
  MANIFEST,
  manifestText,
  TAG_MANIFEST,
} from "./bag";
import { checkedBytes } from "./checked-bytes";
import { type PayloadFile, textFile } from "./payload-file";
import { storedZip } from "./stored-zip";
import { VERIFY_SCRIPT } from "./verify-script";
import { VERIFY_TEXT } from "./verify-text";

export type Packet = {
  /** Name of the one folder that the ZIP unpacks to. */
  folder: string;
  madeAt: Date;
  /** All under `data/`; see `packetPayload`. */
  payload: readonly PayloadFile[];
  /** The last link of the audit log that the payload holds. */
  auditHead: ChainHead;
  about?: BagDescription;
};

/** What is known of a packet once its last byte was read. */
export type WrittenPacket = {
  /** Hexadecimal SHA-256 of tagmanifest-sha256.txt, which depends on every byte of the bag. */
  fingerprint: string;
  sizeBytes: number;
  /** Hexadecimal SHA-256 of the ZIP. */
  sha256: string;
};

export type PacketStream = {
  /** The ZIP. Fails (`BytesDiffer`) when a file does not hold the bytes recorded, so a wrong packet never ends well. */
  stream: Readable;
  /** Exact size of the ZIP, known beforehand. */
  sizeBytes: number;
  /** Rejects when the stream fails or is left before its end. */
  finished: Promise<WrittenPacket>;
};

/**
 * Writes a packet: a ZIP that unpacks to a BagIt bag (RFC 8493). The same input gives the same bytes. Files are opened
 * one after the other and flow through, so memory does not grow with their size. Throws on a path that is not safe.
 */
export function writePacket(packet: Packet): PacketStream {
  refuseUnsafePaths(packet);
  const sums = new Map<string, string>();
  const entries = bagFiles(packet, sums).map((file) => ({
    path: `${packet.folder}/${file.path}`,
    sizeBytes: file.sizeBytes,
    isExecutable: file.path === "verify.sh",
    open: () =>
      Readable.from(
        checkedBytes(file, (sum) => sums.set(file.path, sum)),
        { objectMode: false },
      ),
  }));
  const zip = storedZip(entries, packet.madeAt);
  const { stream, digest } = meter();
  const written = finished(stream).then(() => ({ fingerprint: sumIn(sums)(TAG_MANIFEST), ...digest() }));
  written.catch(() => {}); // told by the stream too; a caller who reads only the stream need not listen here
  pipeline(zip.stream, stream).catch(() => {});
  return { stream, sizeBytes: zip.sizeBytes, finished: written };
}

function refuseUnsafePaths({ folder, payload }: Packet): void {
  const paths = payload.map(({ path }) => path);
  const isSafe = (path: string) => path.startsWith("data/") && isBagPath(path);
  if (!isBagPath(folder) || folder.includes("/"))
    throw new Error("The folder of a packet needs a plain name");
  if (!paths.every(isSafe))
    throw new Error("A file of a packet needs a plain path under data/ (safeFileName)");
  if (new Set(paths.map((path) => path.toLowerCase())).size < paths.length)
    throw new Error("Two files of a packet have the same path (uniqueFileNames)");
}

/** All files of the bag in the order in which they are written: a manifest comes after what it lists. */
function bagFiles(packet: Packet, sums: ReadonlyMap<string, string>): PayloadFile[] {
  const tagFiles = [
    textFile("VERIFY.txt", VERIFY_TEXT),
    textFile("verify.sh", VERIFY_SCRIPT),
    textFile("bagit.txt", BAG_DECLARATION),
    textFile("bag-info.txt", bagInfoOf(packet)),
  ];
  const manifest = manifestFile(MANIFEST, packet.payload, sums);
  const tagManifest = manifestFile(TAG_MANIFEST, [...tagFiles, manifest], sums);
  return [...tagFiles, ...packet.payload, manifest, tagManifest];
}

function bagInfoOf({ about, madeAt, auditHead, payload }: Packet): string {
  const payloadBytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return bagInfo({ ...about, madeAt, auditHead, payloadBytes, payloadFiles: payload.length });
}

/** A manifest of which the size is known now and the text once all it lists has flowed by. */
function manifestFile(
  path: string,
  listed: readonly PayloadFile[],
  sums: ReadonlyMap<string, string>,
): PayloadFile {
  const paths = listed.map((file) => file.path);
  const sizeBytes = manifestText(paths, () => "0".repeat(64)).length;
  return { path, sizeBytes, open: () => textFile(path, manifestText(paths, sumIn(sums))).open() };
}

function sumIn(sums: ReadonlyMap<string, string>): (path: string) => string {
  return (path) => {
    const sum = sums.get(path);
    if (!sum) throw new Error("A manifest was written before a file that it lists");
    return sum;
  };
}
