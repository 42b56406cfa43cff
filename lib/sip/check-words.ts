import { knownBodyTypes, knownOptions } from "./check-registers";
import { readContentType } from "./content-type";
import { paramValue } from "./header-params";
import type { Range } from "./range";
import type { Report } from "./report";

/** RFC 3261 section 20.15, and RFC 2046 section 5.1.1 for the boundary. */
export function checkContentType(text: string, value: Range, report: Report): void {
  const { type, params } = readContentType(text, value);
  if (!/^[\w.!%*+`'~-]+\/[\w.!%*+`'~-]+$/.test(type)) report("CONTENT_TYPE_MALFORMED", value);
  else if (!knownBodyTypes.test(type)) report("CONTENT_TYPE_UNKNOWN", value);
  if (type.startsWith("multipart/") && !paramValue(params, "boundary"))
    report("MULTIPART_BOUNDARY_MISSING", value);
}

/** One value of Require or Proxy-Require (RFC 3261 sections 20.29, 20.32). */
export function checkOption(text: string, value: Range, report: Report): void {
  if (!knownOptions.has(text.slice(value.start, value.end).toLowerCase())) report("OPTION_UNKNOWN", value);
}
