// Unicode Standard Annex 9: text is stored in the order it is read and drawn in the order it is seen.
import bidiFactory from "bidi-js";
import { printable } from "./printable";
import type { Glyphs, Typeface } from "./typeface";

/** A stretch of one face and one direction. `level` is odd where the text runs from right to left. */
export type Atom = { glyphs: Glyphs; face: Typeface; level: number };

/** What stays on one line when it can: letters up to the next place for a break, or the space between. */
export type Word = { text: string; atoms: readonly Atom[]; width: number; isSpace: boolean; level: number };

/** The faces a text may use, the wanted one first. */
export type FaceChoice = readonly [Typeface, ...Typeface[]];

export type SetLine = { words: Word[]; isRightToLeft: boolean; isComplete: boolean };

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u061c\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** A line may end at a space, after a hyphen or slash before a letter, and between two written-out codes. */
const WORDS = / +|(?:[^ \-/\]]|[-/](?!\p{L})|\](?!\[))+(?:[-/](?=\p{L})|\](?=\[))?|[-/\]]/gu;
const bidi = bidiFactory();

/** Cuts one line of text (no line ends in it) into words, each shaped and measured. */
export function wordsOf(line: string, faces: FaceChoice): SetLine {
  const { text, isComplete } = printable(line, (codePoint) => faces.some((face) => face.has(codePoint)));
  if (!RIGHT_TO_LEFT.test(text)) {
    return {
      words: piecesOf(text).map((piece) => knownWord(piece, faces)),
      isRightToLeft: false,
      isComplete,
    };
  }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const words = [];
  let start = 0;
  for (const piece of piecesOf(text)) {
    words.push(wordFrom(piece, levels.subarray(start, start + piece.length), faces));
    start += piece.length;
  }
  return { words, isRightToLeft: (paragraphs[0]?.level ?? 0) % 2 === 1, isComplete };
}

/** The same word again in `parts` that are at most `width` wide (thousandths of the type size). */
export function splitWord(word: Word, faces: FaceChoice, width: number): Word[] {
  const parts: Word[] = [];
  let [part, used] = ["", 0];
  for (const letter of word.text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const letterWidth = levelWord(letter, word.level, faces).width;
    if (part && used + letterWidth > width) {
      parts.push(levelWord(part, word.level, faces));
      [part, used] = ["", 0];
    }
    part += letter;
    used += letterWidth;
  }
  return [...parts, levelWord(part, word.level, faces)];
}

function piecesOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}

function levelWord(text: string, level: number, faces: FaceChoice): Word {
  return level === 0
    ? knownWord(text, faces)
    : wordFrom(text, new Uint8Array(text.length).fill(level), faces);
}

const knownWords = new WeakMap<Typeface, Map<string, Word>>();

/** Left-to-right words come again and again, so each is shaped once per face. */
function knownWord(text: string, faces: FaceChoice): Word {
  const known = knownWords.get(faces[0]) ?? new Map<string, Word>();
  knownWords.set(faces[0], known);
  const found = known.get(text);
  if (found) return found;
  if (known.size > 4_000) known.clear();
  const word = wordFrom(text, new Uint8Array(text.length), faces);
  known.set(text, word);
  return word;
}

function wordFrom(text: string, levels: Uint8Array, faces: FaceChoice): Word {
  const atoms: Atom[] = [];
  let [stretch, face, level] = ["", faces[0], levels[0] ?? 0];
  const close = () => {
    if (stretch) atoms.push(atomOf(stretch, face, level));
    stretch = "";
  };
  let index = 0;
  for (const character of text) {
    const here = faceFor(character, face, faces);
    if (here !== face || (levels[index] ?? 0) !== level) close();
    [face, level] = [here, levels[index] ?? 0];
    stretch += character;
    index += character.length;
  }
  close();
  const width = atoms.reduce((sum, atom) => sum + atom.glyphs.width, 0);
  return { text, atoms, width, isSpace: text.startsWith(" "), level: levels[0] ?? 0 };
}

function atomOf(text: string, face: Typeface, level: number): Atom {
  const isRightToLeft = level % 2 === 1;
  const drawn = isRightToLeft ? mirrored(text) : text;
  return { glyphs: face.shape(drawn, isRightToLeft), face, level };
}

function mirrored(text: string): string {
  return [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join("");
}

/** A mark stays in the face of its letter; a character that the wanted face lacks is taken from the next. */
function faceFor(character: string, current: Typeface, faces: FaceChoice): Typeface {
  const codePoint = character.codePointAt(0) ?? 0;
  if (/\p{M}|\u200c|\u200d/u.test(character) && current.has(codePoint)) return current;
  return faces.find((face) => face.has(codePoint)) ?? faces[0];
}
