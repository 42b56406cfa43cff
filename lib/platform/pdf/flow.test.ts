import { expect, test } from "vitest";
import { linesToPlace } from "./flow";

test.each([
  [5, 9, 5],
  [5, 5, 5],
  [6, 5, 4],
  [9, 5, 5],
  [9, 1, 0],
  [3, 2, 0],
  [1, 0, 0],
])(
  "of %i lines with room for %i, %i are placed: no line stands alone before or after a page turn",
  (lines, room, placed) => {
    expect(linesToPlace(lines, room)).toBe(placed);
  },
);
