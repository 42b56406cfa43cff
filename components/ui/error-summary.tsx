"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import type { FormError } from "@/lib/platform/form-state";

/** What stands in the way, above the fields; takes the focus whenever it has something new to say. */
export function ErrorSummary({ heading, errors }: { heading: string; errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);

  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this alone brings the problem into view after a post
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{heading}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.text}>
            {error.field ? (
              <a href={`#${error.field}`} onClick={goToField}>
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the caret into the field and its question into view; without scripts the link itself goes there. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  const control = target?.matches("fieldset")
    ? target.querySelector<HTMLElement>("input, select, textarea")
    : target;
  if (!target || !control) return;
  event.preventDefault();
  (target.closest(".field") ?? target).scrollIntoView();
  control.focus({ preventScroll: true });
}
