// RFC 8493, The BagIt File Packaging Format (version 1.0): the texts that make a folder a bag.
import type { ChainHead } from "@/lib/audit/chain";

export const MANIFEST = "manifest-sha256.txt";
export const TAG_MANIFEST = "tagmanifest-sha256.txt";

/** RFC 8493 section 2.1.1. */
export const BAG_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** What the bag says about itself beyond what can be counted; who made it is told only if given here. */
export type BagDescription = {
  sourceOrganization?: string;
  externalIdentifier?: string;
  externalDescription?: string;
};

export type BagFacts = BagDescription & {
  madeAt: Date;
  payloadBytes: number;
  payloadFiles: number;
  auditHead: ChainHead;
};

/** The text of bag-info.txt (RFC 8493 section 2.2.2), with the head of the audit log as a field of our own. */
export function bagInfo(facts: BagFacts): string {
  const fields: [label: string, value: string | undefined][] = [
    ["Source-Organization", facts.sourceOrganization],
    ["External-Identifier", facts.externalIdentifier],
    ["External-Description", facts.externalDescription],
    ["Bagging-Date", facts.madeAt.toISOString().slice(0, 10)],
    ["Bag-Size", readableSize(facts.payloadBytes)],
    ["Payload-Oxum", `${facts.payloadBytes}.${facts.payloadFiles}`],
    ["Bag-Software-Agent", "Nightjar"],
    ["Audit-Log-Head", `${facts.auditHead.sequence} ${facts.auditHead.hash}`],
  ];
  return fields.map(([label, value]) => (value ? `${label}: ${oneLine(value)}\n` : "")).join("");
}

/** A manifest (RFC 8493 section 2.1.3), sorted by path as verify.sh expects it. */
export function manifestText(paths: readonly string[], sumOf: (path: string) => string): string {
  return [...paths]
    .sort()
    .map((path) => `${sumOf(path)}  ${path}\n`)
    .join("");
}

const PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * Whether verify.sh and every file system understand the path. It holds no CR, LF or "%", so no path in a manifest
 * has to be percent-encoded (RFC 8493 section 2.1.3).
 */
export function isBagPath(path: string): boolean {
  return PATH.test(path);
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function readableSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}
