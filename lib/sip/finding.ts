import type { MessageFindingCode } from "./finding-codes";
import type { Range } from "./range";

/** "broken": against the standard. "odd": allowed and unusual. "note": worth knowing, and no fault. */
export type Weight = "broken" | "odd" | "note";

/** An oddity of one message, with its place in the bytes. The codes stand in `finding-codes.ts`. */
export type Finding = { code: FindingCode; weight: Weight; range: Range };

export type FindingCode = MessageFindingCode;
