export const rewriteFindingCodes = [
  "NOT_A_CAPTURE", // neither pcap nor pcapng; copied as it is
  "TAIL_COPIED", // bytes from the first damage on, copied as they are; packets in them kept their times
  "PACKET_NOT_THERE", // packets of the flow that this file does not hold in their places, or not with a time
  "DELAY_REFUSED", // delays below zero, beyond an hour or no number; their packets kept their times
  "DELAY_COARSE", // times of the file are so coarse that delays were rounded by more than a tenth
  "TIME_FULL", // the file has no room for so late a time; the packets kept theirs
  "ORDER_NOT_KEPT", // more packets were late at a time than are held; they stand before their turn
] as const;

export type RewriteFindingCode = (typeof rewriteFindingCodes)[number];

/** What could not be done when a capture was written anew, and how often. */
export type RewriteFinding = { code: RewriteFindingCode; count: number };
