import type { Segment } from "./tcp-segment";

/** Who gets the bytes of one direction of a connection, in order, each once. */
export type StreamListener = {
  bytes(segment: Segment): void;
  gap(at: number): void;
  end(at: number): void;
};
