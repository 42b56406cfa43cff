import type { CaptureFinding, CaptureFindingCode } from "./capture-finding";

/** Collects findings: each code once, with the first packet it was seen at and how often it came. */
export type CaptureFindings = {
  readonly list: CaptureFinding[];
  note(code: CaptureFindingCode, frame?: number): void;
};

export function createCaptureFindings(): CaptureFindings {
  const list: CaptureFinding[] = [];
  const byCode = new Map<CaptureFindingCode, CaptureFinding>();
  return {
    list,
    note(code, frame) {
      const known = byCode.get(code);
      if (known) {
        known.count += 1;
        return;
      }
      const finding: CaptureFinding = frame === undefined ? { code, count: 1 } : { code, frame, count: 1 };
      byCode.set(code, finding);
      list.push(finding);
    },
  };
}
