// Who takes part, and from where. Several loopback addresses play several hosts.

export const mara = { uri: "sip:+12025550142@phone.example.test", at: "127.0.0.11:15111", user: "mara" };
export const theo = { uri: "sip:+12025550163@phone.example.test", at: "127.0.0.12:15112", user: "theo" };
export const ines = { uri: "sip:+12025550118@phone.example.test", at: "127.0.0.13:15113", user: "ines" };
/** Somebody whose claims are forged. */
export const stranger = { at: "127.0.0.21:15121", user: "line1" };
export const edge = "127.0.0.31:15131";
export const proxy = "127.0.0.32:15132";

export const from = (name, { uri }) => `"${name}" <${uri}>`;
