import type { Readable } from "node:stream";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { safeFileName, uniqueFileNames } from "@/lib/platform/safe-file-name";
import type { PayloadFile } from "./payload-file";

/** An evidence file on its way into a packet. */
export type Original = {
  /** The mark it bears in the report, e.g. "E1". */
  mark: string;
  file: EvidenceFile;
  /** Mark of the call it belongs to, if any. */
  incidentMark?: string;
  open: () => Readable | Promise<Readable>;
};

/** An original with its place in the bag. */
export type PlacedOriginal = Original & { path: string };

const FOLDER = "data/originals";
const MAX_NAME_BYTES = 120;

/** Gives each original a harmless name of its own, `data/originals/<mark>-<name>`, in the order given. */
export function placeOriginals(originals: readonly Original[]): PlacedOriginal[] {
  const names = uniqueFileNames(originals.map(markedName), MAX_NAME_BYTES);
  return originals.map((original, index) => ({ ...original, path: `${FOLDER}/${names[index]}` }));
}

export function originalPayload({ path, file, open }: PlacedOriginal): PayloadFile {
  return { path, sizeBytes: file.sizeBytes, sha256: file.sha256, open };
}

function markedName({ mark, file }: Original): string {
  const safeMark = safeFileName(mark, 20);
  return `${safeMark}-${safeFileName(file.name, MAX_NAME_BYTES - safeMark.length - 1)}`;
}
