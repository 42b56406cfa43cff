import type { Block } from "@/lib/platform/pdf/description";
import type { Placing } from "../annex-material";

/** A heading of a section, one level below the head of the pages; in another document all stand a level lower. */
export function sectionHeading(text: string, { level }: Placing): Block {
  return { kind: "heading", level: level === 1 ? 2 : 3, text };
}
