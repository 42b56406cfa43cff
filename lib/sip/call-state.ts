/*
 * The states of a call in an investigator's words.
 *
 *   calling --1xx--> ringing --2xx--> answered --BYE--> completed
 *      |                |
 *      +-------+--------+-- CANCEL/487 --> cancelled
 *              |        +-- 486, 600 ----> busy
 *              |        +-- 401..., 603 -> rejected
 *              |        +-- 3xx ---------> redirected
 *              +-- 408, 480, 5xx, ... ---> failed
 */
export const callStates = [
  "calling",
  "ringing",
  "answered",
  "completed",
  "cancelled",
  "busy",
  "rejected",
  "redirected",
  "unanswered",
  "failed",
  "unknown",
] as const;
export type CallState = (typeof callStates)[number];
