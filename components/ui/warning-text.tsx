import type { ReactNode } from "react";

/** Before what cannot be undone. `label` is the word in front, such as "Warning". */
export function WarningText({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="warning">
      <strong>{label}</strong> {children}
    </p>
  );
}
