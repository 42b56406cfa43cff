import type { Weight } from "./finding";

/** What can be odd about one message, with its weight and the rule it goes by (RFC 3261 unless another is named). */
export const messageFindingWeights = {
  // The start line.

  /** Section 7: no request line and no status line. */
  START_LINE_MALFORMED: "broken",
  /** Section 7.1: exactly one space between the parts of the line, none after it. */
  EXTRA_WHITESPACE_IN_START_LINE: "broken",
  /** Section 7.1: the method is a token. */
  METHOD_NOT_TOKEN: "broken",
  /** Section 7.1: extension methods are allowed; this one is in no RFC. */
  METHOD_UNKNOWN: "note",
  /** Section 7.1: "SIP/2.0", in the start line and in each Via. */
  VERSION_UNKNOWN: "broken",
  /** Section 7.1: the request URI must not be enclosed in "<>". */
  URI_IN_ANGLE_BRACKETS: "broken",
  /** Section 7.1: no unescaped white space in the request URI. */
  WHITESPACE_IN_REQUEST_URI: "broken",
  /** Section 19.1.1, table 1: a request URI carries no headers. */
  HEADERS_IN_REQUEST_URI: "broken",
  /** Section 7.2: a status is three digits from 100 to 699. */
  STATUS_OUT_OF_RANGE: "broken",
  /** Section 7.2: a space follows the status even when no reason does. */
  REASON_SPACE_MISSING: "odd",

  // Lines and bytes.

  /** Section 7: lines end with CR and LF. */
  BARE_LF: "broken",
  /** Section 25.1: CR stands only before LF. */
  BARE_CR: "broken",
  /** Section 25.1: NUL stands only behind a backslash in quotes, and in bodies. */
  NUL_BYTE: "broken",
  /** Section 25.1: no control characters but tabs in headers. */
  CONTROL_CHARACTER: "broken",
  /** Section 25.1: a backslash in quotes may hide a control character. */
  CONTROL_CHARACTER_QUOTED: "odd",
  /** Section 7.3: a header line is a name, a colon and a value. */
  MISSING_COLON: "broken",
  /** Section 7.3.1: a header name is a token. */
  HEADER_NAME_NOT_TOKEN: "broken",
  /** Section 7.3.1: a line that begins with white space continues a header; here none stands above. */
  CONTINUATION_WITHOUT_HEADER: "broken",
  /** Section 7: an empty line ends the headers. */
  HEADERS_NOT_ENDED: "broken",
  /** More header lines than are read one by one; the rest is kept as one piece. */
  TOO_MANY_HEADERS: "odd",
  /** More oddities than are listed. */
  TOO_MANY_FINDINGS: "note",
  /** Unicode (UAX 9): marks that turn the direction of writing make a text look like another. */
  DIRECTION_CONTROL: "odd",

  // Headers that must stand, and how often.

  /** Section 8.1.1: each request has it. */
  MISSING_VIA: "broken",
  /** Section 8.1.1. */
  MISSING_FROM: "broken",
  /** Section 8.1.1. */
  MISSING_TO: "broken",
  /** Section 8.1.1. */
  MISSING_CALL_ID: "broken",
  /** Section 8.1.1. */
  MISSING_CSEQ: "broken",
  /** Section 8.1.1.6 asks for it in requests; section 16.6 step 3 takes those of RFC 2543 without. */
  MISSING_MAX_FORWARDS: "odd",
  /** Section 8.1.1.8: a request that can begin a dialog says where its sender is reached. */
  MISSING_CONTACT: "odd",
  /** Section 7.3.1: only headers whose value is a list may stand more than once. */
  HEADER_REPEATED: "broken",

  // Addresses and URIs.

  /** Sections 20.10, 20.20, 20.39, 25.1: a name-addr or an addr-spec. */
  ADDRESS_MALFORMED: "broken",
  /** Section 20: a URI with a comma, question mark or semicolon stands in "<>". */
  CONTACT_NEEDS_BRACKETS: "broken",
  /** Section 25.1: in Route and Record-Route the URI always stands in "<>". */
  ROUTE_NEEDS_BRACKETS: "broken",
  /** Section 20.10: without "<>", parameters belong to the header, not to the URI. */
  PARAMETER_OUTSIDE_BRACKETS: "note",
  /** Section 25.1: a name without quotes is made of tokens. */
  DISPLAY_NAME_NEEDS_QUOTES: "broken",
  /** Section 25.1: a quoted text ends with its quote. */
  UNTERMINATED_QUOTE: "broken",
  /** Section 25.1: "<" is followed by ">". */
  UNTERMINATED_BRACKET: "broken",
  /** Section 19.1.1: no white space inside a URI. */
  WHITESPACE_IN_URI: "broken",
  /** RFC 3986 section 3.1: a URI begins with a scheme and a colon. */
  URI_MALFORMED: "broken",
  /** Section 8.2.2.1: a scheme that SIP elements need not know. */
  UNKNOWN_SCHEME: "note",
  /** Section 19.1.2: a letter that must be written as an escape. */
  URI_CHARACTER_NOT_ESCAPED: "broken",
  /** Section 25.1: "%" is followed by two hexadecimal digits. */
  ESCAPE_MALFORMED: "broken",
  /** RFC 4475 section 3.1.1.4: "%00" is allowed, and ends the name early in careless programs. */
  ESCAPED_NUL: "odd",
  /** Section 19.1.1: a host is a name, an IPv4 address or an IPv6 address in brackets. */
  HOST_MALFORMED: "broken",
  /** Section 25.1: an IPv6 address stands in "[]". */
  IPV6_WITHOUT_BRACKETS: "broken",
  /** Section 25.1; ports end at 65535. */
  PORT_OUT_OF_RANGE: "broken",
  /** Section 19.1.1; RFC 4475 section 3.3.12: a parameter that is in no register. */
  URI_PARAMETER_UNKNOWN: "note",
  /** Section 19.1.1: headers of a URI are put into the request that somebody else will send. */
  URI_HEADERS: "note",
  /** Section 25.1: after a ";" stands a parameter. */
  EMPTY_PARAMETER: "broken",
  /** Section 25.1: a parameter is a token with an optional value. */
  PARAMETER_MALFORMED: "broken",
  /** Section 19.1.1: a parameter stands once. */
  PARAMETER_REPEATED: "broken",
  /** Section 7.3.1: a list has no empty places. */
  EMPTY_VALUE: "broken",
  /** RFC 3966 section 5.1.5: a local number tells its context. */
  TEL_WITHOUT_CONTEXT: "broken",
  /** RFC 3966 section 3: digits and visual separators. */
  TEL_NUMBER_MALFORMED: "broken",
  /** Section 8.1.1.3 asks for a tag; section 12.1.1 takes senders of RFC 2543 without. */
  MISSING_FROM_TAG: "odd",
  /** Section 8.2.6.2: each answer but 100 has one. */
  MISSING_TO_TAG: "odd",
  /** Section 10.2.2: "*" stands alone, in a REGISTER, with "Expires: 0". */
  CONTACT_STAR_MISUSED: "broken",
  /** Section 16.12.1.1: a hop of RFC 2543 (no "lr") rewrites the request URI. */
  STRICT_ROUTE: "note",

  // Via.

  /** Section 20.42: protocol, transport, sender and parameters. */
  VIA_MALFORMED: "broken",
  /** Section 20.42: extension transports are allowed; this one is in no RFC. */
  TRANSPORT_UNKNOWN: "note",
  /** Section 8.1.1.7 asks for it; section 17.2.3 takes senders of RFC 2543 without. */
  BRANCH_MISSING: "odd",
  /** Section 8.1.1.7: a branch begins with "z9hG4bK" unless its sender goes by RFC 2543. */
  BRANCH_WITHOUT_COOKIE: "odd",
  /** RFC 4475 section 3.2.1: the cookie alone names no transaction. */
  BRANCH_EMPTY: "broken",
  /** RFC 4475 section 3.3.10: an answer would go to everybody. */
  VIA_BROADCAST: "odd",

  // Numbers and fixed forms.

  /** Section 20.16. */
  CSEQ_MALFORMED: "broken",
  /** Section 8.1.1.5: the method of CSeq is that of the request. */
  METHOD_MISMATCH: "broken",
  /** Sections 8.1.1.5, 20.19, 20.22: a number beyond what its field can hold. */
  SCALAR_OVERFLOW: "broken",
  /** Section 25.1: digits. */
  NUMBER_MALFORMED: "broken",
  /** Section 16.3 step 3: no proxy may hand it on. */
  MAX_FORWARDS_ZERO: "odd",
  /** Section 20.8: a word, or two joined by "@". */
  CALL_ID_MALFORMED: "broken",
  /** Section 20.17: the day in the form of RFC 1123. */
  DATE_MALFORMED: "broken",
  /** Section 20.17: the only zone is "GMT". */
  DATE_NOT_GMT: "broken",
  /** The day of the week is not that of the date. */
  DATE_WEEKDAY_WRONG: "odd",
  /** Section 20.43: three digits, who warns, and a quoted text. */
  WARNING_MALFORMED: "broken",
  /** Section 20.44: a scheme and its parameters. */
  AUTH_MALFORMED: "broken",
  /** Section 22.3; RFC 4475 section 3.3.7: a scheme of authentication that SIP does not know. */
  AUTH_SCHEME_UNKNOWN: "note",
  /** RFC 7616 sections 3.3, 3.4: a digest without what it is made of. */
  DIGEST_INCOMPLETE: "broken",
  /** Section 20.32; RFC 4475 section 3.3.5: an extension that is in no register. */
  OPTION_UNKNOWN: "note",

  // The body.

  /** Section 18.3: more bytes are promised than the datagram holds. */
  CONTENT_LENGTH_TOO_LARGE: "broken",
  /** Section 18.3: bytes behind the body; receivers throw them away. */
  CONTENT_LENGTH_TOO_SMALL: "odd",
  /** Section 20.14: zero or more. */
  CONTENT_LENGTH_NEGATIVE: "broken",
  /** Section 20.14: digits. */
  CONTENT_LENGTH_MALFORMED: "broken",
  /** RFC 4475 section 3.3.9: two lengths that differ. */
  CONTENT_LENGTH_CONFLICT: "broken",
  /** Section 20.14: asked for on streams. */
  CONTENT_LENGTH_MISSING: "broken",
  /** Section 20.15: a type is named and nothing follows. */
  BODY_MISSING: "odd",
  /** Section 20.15: a body has a type. */
  CONTENT_TYPE_MISSING: "broken",
  /** Section 20.15: a type, a slash and a subtype. */
  CONTENT_TYPE_MALFORMED: "broken",
  /** RFC 4475 section 3.3.6: a type that calls do not use. */
  CONTENT_TYPE_UNKNOWN: "note",
  /** RFC 4475 section 3.3.15: an answer in SDP would not be accepted. */
  ACCEPT_WITHOUT_SDP: "note",
  /** RFC 2046 section 5.1.1: the parts are told apart by a boundary. */
  MULTIPART_BOUNDARY_MISSING: "broken",
  /** RFC 2046 section 5.1.1: the last part is followed by the closing boundary. */
  MULTIPART_NOT_CLOSED: "broken",
  /** RFC 8866 section 5: lines of a letter, "=" and a value, "v=0" first. */
  SDP_MALFORMED: "broken",
} as const satisfies Record<string, Weight>;

export type MessageFindingCode = keyof typeof messageFindingWeights;
export const messageFindingCodes = Object.keys(messageFindingWeights) as MessageFindingCode[];
