/** `final` is for what cannot be undone. */
export type ButtonKind = "primary" | "secondary" | "final";

export function buttonClass(kind: ButtonKind = "primary"): string {
  return kind === "primary" ? "button" : `button button-${kind}`;
}
