import type { ReactNode } from "react";

/** The one main landmark of a page, where the skip link leads. */
export function SiteMain({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  );
}
