import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSipMessage } from "./read-message";

const folder = `${import.meta.dirname}/../../../shared/samples/torture`;

/** RFC 4475, section 3.1.2 and the first of 3.2 and 3.3: what is wrong, by the RFC's own words. */
const reasons: Record<string, string> = {
  badinv01: "EMPTY_PARAMETER",
  clerr: "CONTENT_LENGTH_TOO_LARGE",
  ncl: "CONTENT_LENGTH_NEGATIVE",
  scalar02: "SCALAR_OVERFLOW",
  scalarlg: "SCALAR_OVERFLOW",
  quotbal: "UNTERMINATED_QUOTE",
  ltgtruri: "URI_IN_ANGLE_BRACKETS",
  lwsruri: "WHITESPACE_IN_REQUEST_URI",
  lwsstart: "EXTRA_WHITESPACE_IN_START_LINE",
  trws: "EXTRA_WHITESPACE_IN_START_LINE",
  escruri: "HEADERS_IN_REQUEST_URI",
  baddate: "DATE_NOT_GMT",
  regbadct: "CONTACT_NEEDS_BRACKETS",
  badaspec: "WHITESPACE_IN_URI",
  baddn: "DISPLAY_NAME_NEEDS_QUOTES",
  badvers: "VERSION_UNKNOWN",
  mismatch01: "METHOD_MISMATCH",
  mismatch02: "METHOD_MISMATCH",
  bigcode: "STATUS_OUT_OF_RANGE",
  badbranch: "BRANCH_EMPTY",
  insuf: "MISSING_CALL_ID",
  multi01: "HEADER_REPEATED",
  mcl01: "CONTENT_LENGTH_CONFLICT",
};

/** Sections 3.1.1, 3.3 and 3.4: well formed, and what a reader of traces should know of them. */
const remarks: Record<string, string> = {
  wsinv: "BRANCH_WITHOUT_COOKIE",
  esc01: "URI_PARAMETER_UNKNOWN",
  intmeth: "CONTROL_CHARACTER_QUOTED",
  escnull: "ESCAPED_NUL",
  esc02: "METHOD_UNKNOWN",
  longreq: "BRANCH_MISSING",
  dblreq: "CONTENT_LENGTH_TOO_SMALL",
  transports: "TRANSPORT_UNKNOWN",
  mpart01: "STRICT_ROUTE",
  unkscm: "UNKNOWN_SCHEME",
  novelsc: "UNKNOWN_SCHEME",
  unksm2: "UNKNOWN_SCHEME",
  bext01: "OPTION_UNKNOWN",
  invut: "CONTENT_TYPE_UNKNOWN",
  regaut01: "AUTH_SCHEME_UNKNOWN",
  bcast: "VIA_BROADCAST",
  zeromf: "MAX_FORWARDS_ZERO",
  cparam01: "PARAMETER_OUTSIDE_BRACKETS",
  cparam02: "URI_PARAMETER_UNKNOWN",
  regescrt: "URI_HEADERS",
  sdp01: "ACCEPT_WITHOUT_SDP",
  inv2543: "BRANCH_MISSING",
};

/** Section 3.1.1: well formed, and not even unusual. */
const usual = ["lwsdisp", "semiuri", "unreason", "noreason"];

const read = (name: string) => readSipMessage(readFileSync(`${folder}/${name}.dat`, "latin1"));

describe.skipIf(!existsSync(folder))(
  "the messages of RFC 4475 (skipped where the folder of samples is absent)",
  () => {
    test.each(Object.entries(reasons))("%s is broken for the reason %s", (name, code) => {
      const broken = read(name).findings.filter(({ weight }) => weight === "broken");
      expect(broken.map((finding) => finding.code)).toContain(code);
    });

    test.each(Object.entries(remarks))("%s is not broken, and told as %s", (name, code) => {
      const { findings } = read(name);
      expect(findings.filter(({ weight }) => weight === "broken")).toEqual([]);
      if (code === undefined) expect(findings).toEqual([]);
      else expect(findings.map((finding) => finding.code)).toContain(code);
    });

    test.each(usual)("%s has no finding", (name) => {
      expect(read(name).findings).toEqual([]);
    });

    test("all 49 are among them", () => {
      expect(Object.keys(reasons).length + Object.keys(remarks).length + usual.length).toBe(49);
    });
  },
);
