/** A JSON object whose contents nobody has looked at yet. */
export type Claims = Readonly<Record<string, unknown>>;

/** Reads base64url text as a JSON object; anything else gives `undefined`. */
export function readClaims(base64url: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, "base64url").toString("utf8"));
    return isClaims(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isClaims(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function claimsAt(claims: Claims, name: string): Claims | undefined {
  const value = claims[name];
  return isClaims(value) ? value : undefined;
}

export function textAt(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === "string" ? value : undefined;
}

/** Texts of a claim that holds one or a list of them; the rest is left out. */
export function textsAt(claims: Claims, name: string): string[] {
  const value = claims[name];
  const list: unknown[] = Array.isArray(value) ? value.slice(0, MAX_TEXTS) : [value];
  return list.filter((one) => typeof one === "string");
}

const MAX_TEXTS = 100;

/** A value as it may be shown: short, whatever it is. */
export function shownValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
