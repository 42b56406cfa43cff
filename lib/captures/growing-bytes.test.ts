import fc from "fast-check";
import { expect, test } from "vitest";
import { createGrowingBytes } from "./growing-bytes";

test("what was added and not dropped is held, in its order", () => {
  const steps = fc.array(fc.record({ add: fc.uint8Array({ maxLength: 3_000 }), drop: fc.nat(4_000) }), {
    maxLength: 30,
  });
  const property = fc.property(steps, (all) => {
    const growing = createGrowingBytes();
    let expected = Buffer.alloc(0);
    for (const { add, drop } of all) {
      growing.add(Buffer.from(add));
      expected = Buffer.concat([expected, add]);
      const dropped = Math.min(drop, expected.length);
      growing.drop(dropped);
      expected = expected.subarray(dropped);
      expect(growing.held.equals(expected)).toBe(true);
      expect(growing.bytes).toBe(expected.length);
    }
  });
  fc.assert(property, { numRuns: 200, seed: 7 });
});
