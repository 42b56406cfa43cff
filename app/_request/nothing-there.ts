import "server-only";
import { redirect } from "next/navigation";

/**
 * Ends a page or an action for a thing that is missing or another's: the same 404 page for both. Next's own `nothingThere()`
 * answers with an empty body where scripts are off, so this leads to an address that has no page.
 */
export function nothingThere(): never {
  redirect("/not-here");
}
