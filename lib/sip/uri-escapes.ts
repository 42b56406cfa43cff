import { displayText } from "./display-text";

/**
 * A part of a URI for the screen: escapes undone (RFC 3261 section 19.1.2), UTF-8 decoded, controls such as "%00" shown
 * as their pictures. Never for comparing or asking on: `%40` and `@` differ there.
 */
export function decodedUri(written: string): string {
  if (!written.includes("%")) return displayText(written);
  return displayText(
    written.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
