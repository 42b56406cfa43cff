import type { ReactNode } from "react";

/** A key, code or hash: one tap or click selects all of it. */
export function CopyableValue({ label, children }: { label: ReactNode; children: string }) {
  return (
    <p className="copyable">
      <span className="copyable-label">{label}</span>
      <code translate="no" dir="ltr">
        {children}
      </code>
    </p>
  );
}
