/** What the network let the phone show (the four states of Android's call log, and "I did not see"). */
export const presentations = ["shown", "withheld", "unknown", "payphone", "not-seen"] as const;
export type Presentation = (typeof presentations)[number];
