"use client";

import { useEffect } from "react";

/** Puts the code that stands behind the # into its field, and takes it out of the address and the history. */
export function CodeFromAddress({ field }: { field: string }) {
  useEffect(() => {
    const code = window.location.hash.slice(1);
    const input = document.getElementById(field);
    if (code === "" || !(input instanceof HTMLInputElement)) return;
    input.value = code;
    window.history.replaceState(null, "", window.location.pathname);
  }, [field]);
  return null;
}
