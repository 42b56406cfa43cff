import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { WholeCapture } from "../timing/timing-options";
import type { Watermark } from "../watermark/watermark";
import type { ComparedFile, ComparisonSettings } from "./comparison-result";

/** What is compared: the candidates among the flows of the second capture with the flow of the first, or with a watermark. */
export type ComparisonInput = {
  /** Without it only the watermark is looked for. */
  first?: { file: ComparedFile; flow: PacketFlow; captured?: WholeCapture };
  /** `captured`, here and above: the whole capture, not only what is compared; lengths of calls are told only with both. */
  second: {
    file: ComparedFile;
    flows: readonly PacketFlow[];
    flowsInFile: number;
    captured?: WholeCapture;
  };
  watermark?: Watermark;
  settings: ComparisonSettings;
};
