import type { Weight } from "./finding";

/** What can be odd about a whole call, with its weight and where the rule comes from (RFC 3261 unless another is named). */
export const storyFindingWeights = {
  /** The trace begins in the middle: the request that began the call is not in it. */
  CALL_BEGINS_BEFORE_TRACE: "note",
  /** Answered, and no BYE in the trace. */
  CALL_GOES_ON_AFTER_TRACE: "note",
  /** More messages than the reader keeps of one call. */
  CALL_SHORTENED: "note",
  /** Carries on a call of the same Call-ID that the reader had put aside. */
  CALL_CONTINUES_EARLIER_ONE: "note",
  /** Section 17: sent again three times or more, because no answer came or the capture saw it in several places. */
  REPEATED_OFTEN: "note",
  /** Section 9.1: by the time of the CANCEL there was a final answer already. */
  CANCEL_TOO_LATE: "note",
  /** Section 15: answered all the same, so that CANCEL and 2xx crossed. */
  ANSWERED_AFTER_CANCEL: "note",
  /** Section 17.1.2.2: nobody answered the request. */
  REQUEST_UNANSWERED: "odd",
  /** Section 17.1.3: an answer to a request that the trace does not hold, though it holds the call's beginning. */
  RESPONSE_WITHOUT_REQUEST: "odd",
  /** Section 15.1.2: a BYE whose tags belong to no dialog of this call: an end by a stranger, or forged. */
  BYE_WITHOUT_DIALOG: "odd",
  /** Section 12.2.2: a side counts its requests upwards. */
  CSEQ_GOES_BACK: "odd",
  /** Section 8.2.6.2: an answer gives back the tag of the request. */
  TAG_CHANGED: "odd",
  /** Section 8.1.1.4: a Call-ID is for one call; here another caller, or a new call after the end, has the same. */
  CALL_ID_REUSED: "odd",
  /** Sections 13.2.2.4 and 17.1.1.3: an INVITE's final answer is acknowledged. */
  ACK_MISSING: "odd",
  /** Sound came from an address that no description and no signalling of the call names. */
  MEDIA_FROM_UNANNOUNCED_ADDRESS: "odd",
  /** Both sides announced sound both ways, and only one was heard at the capture point. */
  ONE_WAY_MEDIA: "odd",
} as const satisfies Record<string, Weight>;

export type StoryFindingCode = keyof typeof storyFindingWeights;
export const storyFindingCodes = Object.keys(storyFindingWeights) as StoryFindingCode[];
