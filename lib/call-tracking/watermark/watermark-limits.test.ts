import { expect, test } from "vitest";
import type { WatermarkParameters } from "./watermark";
import { type ParameterFault, parameterFault } from "./watermark-limits";

const paper: WatermarkParameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };

test.each<[changes: Partial<WatermarkParameters>, fault: ParameterFault | undefined]>([
  [{}, undefined],
  [{ shiftMs: 2.5 }, undefined],
  [{ packets: 2401 }, undefined],
  [{ packets: 2400 }, { code: "TOO_SHORT", packets: 2400, needed: 2401 }],
  [
    { distance: 10, packets: 2409 },
    { code: "TOO_SHORT", packets: 2409, needed: 2410 },
  ],
  [{ bits: 7 }, { code: "BITS" }],
  [{ bits: 65 }, { code: "BITS" }],
  [{ bits: 24.5 }, { code: "BITS" }],
  [{ redundancy: 0 }, { code: "REDUNDANCY" }],
  [{ redundancy: 201 }, { code: "REDUNDANCY" }],
  [{ distance: 0 }, { code: "DISTANCE" }],
  [{ distance: 11 }, { code: "DISTANCE" }],
  [{ shiftMs: 0.9 }, { code: "SHIFT" }],
  [{ shiftMs: 101 }, { code: "SHIFT" }],
  [{ shiftMs: Number.NaN }, { code: "SHIFT" }],
  [{ packets: 100_001 }, { code: "PACKETS" }],
  [{ packets: Number.POSITIVE_INFINITY }, { code: "PACKETS" }],
])("the paper's parameters with %o give %o", (changes, fault) => {
  expect(parameterFault({ ...paper, ...changes })).toEqual(fault);
});
