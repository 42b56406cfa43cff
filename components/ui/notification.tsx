import type { ReactNode } from "react";

/** What has just been done, said once at the top of the page. */
export function Notification({ heading, children }: { heading?: string; children?: ReactNode }) {
  return (
    <div className="notification" role="status">
      {heading && <p className="notification-heading">{heading}</p>}
      {children}
    </div>
  );
}
