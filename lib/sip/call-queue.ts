import type { OpenCall } from "./open-call";

/** Calls in the order in which they came. One that has left is not held on to. */
export type CallQueue = {
  /** Gives the place by which the call can leave before its turn. */
  add(open: OpenCall): number;
  /** The call that waits longest; none when all have left. */
  first(): OpenCall | undefined;
  /** The same, and it leaves. */
  take(): OpenCall | undefined;
  leave(place: number): void;
};

export function createCallQueue(): CallQueue {
  let calls: (OpenCall | undefined)[] = [];
  let head = 0;
  let cutOff = 0;

  function first(): OpenCall | undefined {
    while (head < calls.length && calls[head] === undefined) head++;
    if (head > 1024 && head * 2 > calls.length) {
      calls = calls.slice(head);
      cutOff += head;
      head = 0;
    }
    return calls[head];
  }

  return {
    add: (open) => cutOff + calls.push(open) - 1,
    first,
    take() {
      const open = first();
      if (open) calls[head] = undefined;
      return open;
    },
    leave(place) {
      if (place >= cutOff) calls[place - cutOff] = undefined;
    },
  };
}
