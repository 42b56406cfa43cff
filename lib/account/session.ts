// Session limits of OWASP ASVS 5.0 V7.3: an idle one and an absolute one, both kept by the server.
export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_MOST_MS = 12 * 3_600_000;
/** How stale `lastSeenAt` may be: one write a minute instead of one a request. */
export const SESSION_TOUCH_MS = 60_000;

/** What the browser holds of a session: two cookies, of which the server keeps a hash and nothing. */
export type SessionSecrets = {
  /** Finds the session; the database holds its SHA-256. */
  token: Uint8Array<ArrayBuffer>;
  /** Opens the account key; kept nowhere but in its cookie. */
  key: Uint8Array<ArrayBuffer>;
};

/** A session as its owner sees it in the list. */
export type SessionEntry = {
  id: string;
  agent: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};
