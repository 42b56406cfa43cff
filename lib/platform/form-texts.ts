/** Whatever was sent in place of a form, as a record of its fields. */
export function asRecord(values: unknown): Record<string, unknown> {
  return typeof values === "object" && values !== null ? { ...values } : {};
}

/** The named fields as texts; one that was sent as something else counts as empty. */
export function textsOf<Name extends string>(
  values: Record<string, unknown>,
  names: readonly Name[],
): Record<Name, string> {
  const texts = names.map((name) => [name, typeof values[name] === "string" ? values[name] : ""]);
  return Object.fromEntries(texts);
}
