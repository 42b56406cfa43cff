import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Watermark } from "../watermark/watermark";
import type { ComparedFile, ComparisonSettings } from "./comparison-result";

/** What is compared: the candidates among the flows of the second capture with the flow of the first, or with a watermark. */
export type ComparisonInput = {
  /** Without it only the watermark is looked for. */
  first?: { file: ComparedFile; flow: PacketFlow };
  second: { file: ComparedFile; flows: readonly PacketFlow[]; flowsInFile: number };
  watermark?: Watermark;
  settings: ComparisonSettings;
};
