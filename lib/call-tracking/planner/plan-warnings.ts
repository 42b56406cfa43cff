import type { WatermarkParameters } from "../watermark/watermark";
import { packetsToNotice } from "./packets-to-notice";
import { spacingMs } from "./path-accuracy";
import type { PlanWarning, TracePath } from "./trace-plan";

/**
 * From this shift on, in milliseconds, we warn that it may be heard: it is of the order of the buffer in which a listener's
 * phone evens out delays. Our own careful assumption, not a measured limit of hearing.
 */
export const HEARD_FROM_MS = 20;

/** A mean of fewer whole pairs than this is not steady, whatever the theory says. */
const FEW_PAIRS = 8;

/** What speaks against a mark on a path, whether or not it reaches the rates. */
export function markWarnings(parameters: WatermarkParameters, path: TracePath): PlanWarning[] {
  const noticed = packetsToNotice(parameters, path);
  const whole = (1 - path.loss) ** 2;
  const { redundancy, shiftMs, packets } = parameters;
  const isFew = redundancy * whole < FEW_PAIRS && redundancy >= FEW_PAIRS;
  const warnings: [boolean, PlanWarning][] = [
    [shiftMs >= HEARD_FROM_MS, { code: "HEARD" }],
    [noticed <= packets * (1 - path.loss), { code: "SHOWS", packets: noticed }],
    [isFew || whole < 0.5, { code: "LOSS" }],
    [shiftMs > spacingMs(path), { code: "PUSHES" }],
  ];
  return warnings.filter(([holds]) => holds).map(([, warning]) => warning);
}
