"use client";

import { useEffect } from "react";

/** Opens the folded part that an address points into, for browsers that do not do so by themselves. */
export function OpenTarget() {
  useEffect(() => {
    openTarget();
    window.addEventListener("hashchange", openTarget);
    return () => window.removeEventListener("hashchange", openTarget);
  }, []);
  return null;
}

function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const folded = target?.closest("details:not([open])");
  if (!target || !folded) return;
  folded.setAttribute("open", "");
  target.scrollIntoView();
}
