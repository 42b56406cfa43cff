import type { ReactNode } from "react";
import { RefreshPage } from "@/components/traces/refresh-page";

const REFRESH_SECONDS = 3;

/** A link to the page itself, which also looks again on its own, with scripts and without. */
export function LookAgain({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <p>
        <a className="trace-link" href={href}>
          {children}
        </a>
      </p>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <RefreshPage seconds={REFRESH_SECONDS} />
    </>
  );
}
