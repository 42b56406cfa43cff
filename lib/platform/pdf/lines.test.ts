import { expect, test } from "vitest";
import { type Line, setLines } from "./lines";
import type { Typeface } from "./typeface";
import type { FaceChoice } from "./words";

/** A face whose letters are all 500 units wide and whose glyphs are the letters themselves, as they are seen. */
function plainFace(name: Typeface["name"], has: (codePoint: number) => boolean): Typeface {
  return {
    name,
    has,
    shape: (text, isRightToLeft) => ({
      width: text.length * 500,
      stretches: [{ rise: 0, shown: isRightToLeft ? [...text].reverse().join("") : text }],
    }),
    use: () => name,
    reference: () => undefined,
  };
}

const faces: FaceChoice = [plainFace("text", () => true)];
const shownBy = (line: Line) =>
  line.atoms.map((atom, index) => ({
    place: line.places?.[index] ?? index,
    text: atom.glyphs.stretches.map((stretch) => stretch.shown).join(""),
  }));
const seen = (line: Line | undefined) =>
  line &&
  shownBy(line)
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join("");
const setNarrow = (text: string, letters: number) =>
  setLines(text, faces, { size: 10, width: letters * 5 }).lines.map(seen);

test("words of a right-to-left sentence are seen from right to left, numbers within it from left to right", () => {
  const [line] = setLines("שלום 22:15 עולם", faces, { size: 10, width: 500 }).lines;
  expect(seen(line)).toBe("םלוע 22:15 םולש");
  expect(line?.isRightToLeft).toBe(true);
});

test("a foreign phrase in a left-to-right sentence keeps its own order and the sentence keeps its order", () => {
  const [line] = setLines("He said שלום עולם twice", faces, { size: 10, width: 500 }).lines;
  expect(seen(line)).toBe("He said םלוע םולש twice");
  expect(line?.isRightToLeft).toBe(false);
});

test("words stand in the file in the order in which they are read, wherever they are seen", () => {
  const [line] = setLines("אב גד", faces, { size: 10, width: 500 }).lines;
  expect(line?.places).toEqual([1500, 1000, 0]);
});

test("brackets in right-to-left text open to the right", () => {
  expect(seen(setLines("אב (ג)", faces, { size: 10, width: 500 }).lines[0])).toBe("(ג) בא");
});

test("right-to-left text is broken in the order in which it is read", () => {
  expect(setNarrow("אבג דהו זחט", 7)).toEqual(["והד גבא", "טחז"]);
});

test("a word of 500 letters is cut into lines and no letter is lost", () => {
  const lines = setNarrow("x".repeat(500), 60);
  expect(lines).toHaveLength(9);
  expect(lines.join("")).toBe("x".repeat(500));
});

test("lines are broken at spaces and after hyphens between letters, never inside a time", () => {
  expect(setNarrow("one two-three 2026-03-02T22:15:00Z", 9)).toEqual([
    "one two-",
    "three",
    "2026-03-0",
    "2T22:15:0",
    "0Z",
  ]);
  expect(setNarrow("at 2026-03-02 on", 12)).toEqual(["at", "2026-03-02", "on"]);
});

test("spaces inside a line and at its beginning are kept", () => {
  expect(setNarrow("  a  b", 40)).toEqual(["  a  b"]);
});

test("an empty line stays a line", () => {
  expect(setNarrow("a\n\nb", 40)).toEqual(["a", "", "b"]);
});

test("a letter that the wanted face lacks comes from the next face", () => {
  const bold = plainFace("bold", (codePoint) => codePoint < 0x80);
  const { lines } = setLines("aж", [bold, plainFace("text", () => true)], { size: 10, width: 500 });
  expect(lines[0]?.atoms.map((atom) => atom.face.name)).toEqual(["bold", "text"]);
});
