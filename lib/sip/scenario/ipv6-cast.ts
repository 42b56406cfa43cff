import { aCalled, aCaller, type Peer, peer } from "./cast";

/** The caller and the called side at IPv6 addresses. */
export const ipv6Caller: Peer = peer("2001:db8::10", { user: aCaller.user });
export const ipv6Called: Peer = peer("2001:db8:30::30", { user: aCalled.user });
