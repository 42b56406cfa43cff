import type { AddressTexts } from "../address-texts";
import type { CaptureFindings } from "../capture-findings";
import type { Fragments } from "./fragments";

/** What the readers of IP headers need besides the packet. */
export type IpTools = { findings: CaptureFindings; texts: AddressTexts; fragments: Fragments };
