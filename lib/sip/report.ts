import type { Finding } from "./finding";
import { type MessageFindingCode, messageFindingWeights } from "./finding-codes";
import type { Range } from "./range";

/** Takes an oddity of a message. */
export type Report = (code: MessageFindingCode, range: Range) => void;

/** More oddities of one message than this are not listed. */
const MAX_FINDINGS = 200;

/** A report that fills the list; the first oddity over the limit is told as TOO_MANY_FINDINGS. */
export function reportInto(findings: Finding[]): Report {
  return (code, { start, end }) => {
    if (findings.length > MAX_FINDINGS) return;
    const told = findings.length === MAX_FINDINGS ? "TOO_MANY_FINDINGS" : code;
    findings.push({ code: told, weight: messageFindingWeights[told], range: { start, end } });
  };
}
