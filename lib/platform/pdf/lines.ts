import { linesOf } from "./printable";
import { type Atom, type FaceChoice, splitWord, type Word, wordsOf } from "./words";

/** An atom and its distance from the left end of its line, in thousandths of the type size. */
export type PlacedAtom = Atom & { x: number };

/**
 * One line ready to be drawn. Its atoms stand in the order in which they are read, because that is the order in which
 * a screen reader finds them in the file; `x` says where each is seen.
 */
export type Line = { atoms: readonly PlacedAtom[]; width: number; isRightToLeft: boolean };

export type SetText = { lines: Line[]; isComplete: boolean };

/** Breaks a text into lines of at most `width` points at type size `size`. */
export function setLines(
  text: string,
  faces: FaceChoice,
  { size, width }: { size: number; width: number },
): SetText {
  const measure = (width / size) * 1000;
  const set: SetText = { lines: [], isComplete: true };
  for (const paragraph of linesOf(text)) {
    const { words, isRightToLeft, isComplete } = wordsOf(paragraph, faces);
    set.isComplete &&= isComplete;
    for (const line of fill(words, faces, measure)) set.lines.push(lineFrom(line, isRightToLeft, size));
  }
  return set;
}

/** Greedy filling: a word too wide for any line is cut between letters; spaces at a break are not drawn. */
function fill(words: readonly Word[], faces: FaceChoice, measure: number): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let gap: Word[] = [];
  let used = 0;
  const widthOf = (some: readonly Word[]) => some.reduce((sum, word) => sum + word.width, 0);
  const place = (word: Word) => {
    if (line.length > 0 && used + widthOf(gap) + word.width > measure) {
      lines.push(line);
      [line, gap, used] = [[], [], 0];
    }
    line.push(...gap, word);
    used += widthOf(gap) + word.width;
    gap = [];
  };
  for (const word of words) {
    if (word.isSpace) gap.push(word);
    else if (word.width <= measure) place(word);
    else splitWord(word, faces, measure).forEach(place);
  }
  return [...lines, line];
}

function lineFrom(words: readonly Word[], isRightToLeft: boolean, size: number): Line {
  const atoms: PlacedAtom[] = [];
  let highest = 0;
  for (const word of words) {
    for (const atom of word.atoms) {
      atoms.push({ ...atom, x: 0 });
      highest = Math.max(highest, atom.level);
    }
  }
  let x = 0;
  for (const atom of inSeenOrder(atoms, highest)) {
    atom.x = x;
    x += atom.glyphs.width;
  }
  return { atoms, width: (x * size) / 1000, isRightToLeft };
}

/** UAX 9 rule L2: from the highest level down to the lowest odd one, reverse every stretch at that level or above. */
function inSeenOrder(atoms: PlacedAtom[], highest: number): PlacedAtom[] {
  if (highest === 0) return atoms;
  const seen = [...atoms];
  for (let level = highest; level >= 1; level -= 1) reverseStretches(seen, level);
  return seen;
}

function reverseStretches(atoms: PlacedAtom[], level: number): void {
  let start = 0;
  while (start < atoms.length) {
    let end = start;
    while (end < atoms.length && (atoms[end]?.level ?? 0) >= level) end += 1;
    atoms.splice(start, end - start, ...atoms.slice(start, end).reverse());
    start = end + 1;
  }
}
