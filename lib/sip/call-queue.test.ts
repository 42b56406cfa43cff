import { describe, expect, test } from "vitest";
import { createCallQueue } from "./call-queue";
import type { OpenCall } from "./open-call";

const callNumbered = (number: number) => ({ call: { number } }) as OpenCall;

function filled(count: number) {
  const queue = createCallQueue();
  const places = Array.from({ length: count }, (_, index) => queue.add(callNumbered(index + 1)));
  return { queue, places };
}

describe("a queue of calls", () => {
  test("gives them in the order in which they came, and then none", () => {
    const { queue } = filled(3);
    expect([1, 2, 3, 4].map(() => queue.take()?.call.number)).toEqual([1, 2, 3, undefined]);
    queue.add(callNumbered(9));
    expect(queue.first()?.call.number).toBe(9);
  });

  test("leaves out who left before their turn", () => {
    const { queue, places } = filled(4);
    queue.leave(places[0] ?? -1);
    queue.leave(places[2] ?? -1);
    expect([1, 2, 3].map(() => queue.take()?.call.number)).toEqual([2, 4, undefined]);
  });

  test("keeps every place right when thousands have passed, and forgives who leaves twice", () => {
    const { queue, places } = filled(5_000);
    for (let passed = 0; passed < 4_000; passed++) queue.take();
    queue.leave(places[0] ?? -1);
    queue.leave(places[4_000] ?? -1);
    queue.leave(places[4_000] ?? -1);
    expect(queue.take()?.call.number).toBe(4_002);
    queue.leave(queue.add(callNumbered(6_000)));
    const rest = Array.from({ length: 999 }, () => queue.take()?.call.number);
    expect([rest.at(0), rest.at(-2), rest.at(-1)]).toEqual([4_003, 5_000, undefined]);
  });
});
