import type { ReactNode } from "react";

/** A state in one or two words; `due` is for "by when", `final` for what cannot be undone. */
export function Tag({
  kind = "plain",
  children,
}: {
  kind?: "plain" | "strong" | "due" | "final";
  children: ReactNode;
}) {
  return <strong className={`tag tag-${kind}`}>{children}</strong>;
}
