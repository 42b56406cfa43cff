/** A path of our own to go on to; anything else, such as another site's address, becomes the list of cases. */
export function nextPath(text: unknown): string {
  return typeof text === "string" && /^\/[a-z0-9/-]*$/.test(text) && !text.startsWith("//") ? text : "/cases";
}
