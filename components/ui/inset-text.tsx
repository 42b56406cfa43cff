import type { ReactNode } from "react";

/** Set apart from the text around it: a quotation, an explanation, or with `due` a date to keep. */
export function InsetText({ kind = "plain", children }: { kind?: "plain" | "due"; children: ReactNode }) {
  return <div className={`inset inset-${kind}`}>{children}</div>;
}
