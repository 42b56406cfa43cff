import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { PairPlan } from "../watermark/watermark";
import type { MarkSearch } from "./mark-search";

/** `joined`: how many frames each packet of the flow may hold, beside one. */
export type AlignerInput = { flow: PacketFlow; plan: PairPlan; search: MarkSearch; joined: number[] };
