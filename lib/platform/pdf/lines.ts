import { linesOf } from "./printable";
import { type Atom, type FaceChoice, splitWord, type Word, wordsOf } from "./words";

/**
 * One line ready to be drawn. Its atoms stand in the order in which they are read, because that is the order in which
 * a screen reader finds them in the file. Where some are seen elsewhere than after the one before, `places` has the
 * distance of each from the left end, in thousandths of the type size.
 */
export type Line = {
  atoms: readonly Atom[];
  places?: readonly number[];
  width: number;
  isRightToLeft: boolean;
};

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
  const atoms: Atom[] = [];
  let [width, highest] = [0, 0];
  for (const word of words) {
    width += word.width;
    for (const atom of word.atoms) {
      atoms.push(atom);
      if (atom.level > highest) highest = atom.level;
    }
  }
  const places = highest === 0 ? undefined : placesOf(atoms, highest);
  return { atoms, places, width: (width * size) / 1000, isRightToLeft };
}

function placesOf(atoms: readonly Atom[], highest: number): number[] {
  const places = new Array<number>(atoms.length).fill(0);
  let x = 0;
  for (const index of seenOrder(atoms, highest)) {
    places[index] = x;
    x += atoms[index]?.glyphs.width ?? 0;
  }
  return places;
}

/** UAX 9 rule L2: from the highest level down to the lowest odd one, reverse every stretch at that level or above. */
function seenOrder(atoms: readonly Atom[], highest: number): number[] {
  const order = atoms.map((_, index) => index);
  for (let level = highest; level >= 1; level -= 1) {
    reverseStretches(order, (index) => (atoms[index]?.level ?? 0) >= level);
  }
  return order;
}

function reverseStretches(order: number[], isIn: (index: number) => boolean): void {
  let start = 0;
  while (start < order.length) {
    let end = start;
    while (end < order.length && isIn(order[end] ?? 0)) end += 1;
    order.splice(start, end - start, ...order.slice(start, end).reverse());
    start = end + 1;
  }
}
