import { readParam } from "./header-params";
import { splitOutside } from "./header-text";
import type { Range } from "./range";
import type { Report } from "./report";

// RFC 3261 section 25.1, generic-param: the value is a token, a host (IPv6 in brackets) or a quoted text.
const HEADER_PARAM = /^[\w.!%*+`'~-]+(\s*=\s*([\w.!%*+`'~:[\]-]+|"([^"\\]|\\[\s\S])*"))?$/;
// RFC 3261 section 25.1, uri-parameter.
const URI_PARAM = /^[\w.!~*'()%[\]/:&+$-]+(=[\w.!~*'()%[\]/:&+$-]+)?$/;

/** Parameters behind a header's value: `range` begins at the first ";". */
export function checkHeaderParams(text: string, range: Range, report: Report): void {
  checkParams(text, range, { form: HEADER_PARAM, report });
}

/** Parameters of a URI: `range` begins at the first ";". */
export function checkUriParams(text: string, range: Range, report: Report): void {
  checkParams(text, range, { form: URI_PARAM, report });
}

type Rule = { form: RegExp; report: Report };

function checkParams(text: string, range: Range, { form, report }: Rule): void {
  if (range.end <= range.start) return;
  const [before, ...pieces] = splitOutside(text, range, ";");
  if (before && before.end > before.start) report("PARAMETER_MALFORMED", before);
  const names = new Set<string>();
  for (const piece of pieces) {
    if (piece.end === piece.start) {
      report("EMPTY_PARAMETER", { start: piece.start - 1, end: piece.end });
      continue;
    }
    if (!form.test(text.slice(piece.start, piece.end))) report(faultOf(text, piece), piece);
    const { name } = readParam(text, piece);
    if (names.has(name)) report("PARAMETER_REPEATED", piece);
    names.add(name);
  }
}

function faultOf(text: string, { start, end }: Range): "UNTERMINATED_QUOTE" | "PARAMETER_MALFORMED" {
  const quotes =
    text
      .slice(start, end)
      .replace(/\\[\s\S]/g, "")
      .split('"').length - 1;
  return quotes % 2 === 1 ? "UNTERMINATED_QUOTE" : "PARAMETER_MALFORMED";
}
