import { canonicalJson, type Json } from "./canonical-json";
import { sha256 } from "./sealed";

/** Hexadecimal SHA-256 of a value's canonical JSON (RFC 8785): what an audit event says of a row. */
export function digestOf(value: object): string {
  return Buffer.from(sha256(canonicalJson(value as Json))).toString("hex");
}
