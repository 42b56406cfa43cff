import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { Capture } from "./capture";
import type { Comparison } from "./comparison";
import type { KeptWatermark } from "./kept-watermark";

type Given = {
  captures: readonly Capture[];
  comparisons: readonly Comparison[];
  files: readonly EvidenceFile[];
};

/** Captures and comparisons with the names of their files, and the captures among the files that nobody took yet. */
export function withFiles({ captures, comparisons, files }: Given) {
  const fileOf = new Map(files.map((file) => [file.id, file]));
  const nameOf = new Map(captures.map(({ id, fileId }) => [id, fileOf.get(fileId)?.name ?? ""]));
  const taken = new Set(captures.map(({ fileId }) => fileId));
  return {
    captures: captures.map((capture) => ({
      ...capture,
      fileName: nameOf.get(capture.id) ?? "",
      sizeBytes: fileOf.get(capture.fileId)?.sizeBytes ?? 0,
      flows: capture.listing?.flows.length,
    })),
    comparisons: comparisons.map(({ request, outcome, ...comparison }) => ({
      ...comparison,
      verdict: outcome?.verdict.word,
      firstName: request.first && nameOf.get(request.first.captureId),
      secondName: nameOf.get(request.second.captureId) ?? "",
    })),
    untaken: files.filter(({ id, kind }) => kind === "capture" && !taken.has(id)),
  };
}

/** Watermarks without their secrets; they come newest first and are numbered in the order in which they were made. */
export function listedWatermarks(newestFirst: readonly KeptWatermark[]) {
  return newestFirst.map(({ id, createdAt, watermark }, place) => ({
    id,
    createdAt,
    parameters: watermark.parameters,
    number: newestFirst.length - place,
  }));
}
