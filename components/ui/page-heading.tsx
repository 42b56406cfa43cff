import type { ReactNode } from "react";

/** The heading a page is known by (the tab says nothing); `above` is a short line over it, `lead` one under it. */
export function PageHeading(props: { above?: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <header className="page-heading">
      {props.above && <p className="above">{props.above}</p>}
      <h1>{props.children}</h1>
      {props.lead && <p className="lead">{props.lead}</p>}
    </header>
  );
}
