import type { ReactNode } from "react";

/** Stays at the top of the window with the way out in it. */
export function SiteHeader({ name, leave }: { name: string; leave: ReactNode }) {
  return (
    <header className="site-header">
      <div>
        <a className="word-mark" href="/">
          {name}
        </a>
        {leave}
      </div>
    </header>
  );
}
