import type { ReactNode } from "react";

export function Disclosure(props: { summary: ReactNode; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={props.isOpen}>
      <summary>{props.summary}</summary>
      <div>{props.children}</div>
    </details>
  );
}
