import type { Finding } from "./finding";
import type { Range } from "./range";

/** One header line with its continuation lines. */
export type Header = {
  /** The usual spelling of a known name ("Via" for "v"); an unknown one as written. */
  name: string;
  /** From the first letter of the name to the end of the last continuation line, without its line end. */
  range: Range;
  /** The value without the white space around it. */
  value: Range;
};

type Parts = {
  /** The bytes read as ISO 8859-1: each letter is one byte, so an index into the text is a place in the bytes. */
  text: string;
  headers: Header[];
  /** What follows the empty line, cut to Content-Length where that is smaller. */
  body: Range;
  /** What was odd, in the order of the bytes. */
  findings: Finding[];
};

export type SipRequest = Parts & { kind: "request"; method: string; uri: Range };
export type SipResponse = Parts & { kind: "response"; status: number; reason: Range };
/** A message as read; reading never fails, and what could not be understood is a finding. */
export type SipMessage = SipRequest | SipResponse;
