/** How a message came, so that a fault of the capture is not taken for one of the sender. */
export type ReadOptions = {
  /** The capture holds only the beginning. */
  isCut?: boolean;
  /** It came in a stream (TCP, TLS, WebSocket), where nothing but its length tells where it ends. */
  isStream?: boolean;
};
