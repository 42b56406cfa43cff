import type { Rule } from "./layers";
import { type Literal, literalsIn } from "./literals";
import { isForTests } from "./source-file";

// Attributes that a person hears or reads, and attributes that hold several names instead of words.
const SAID =
  /^(label|title|placeholder|alt|text|hint|heading|legend|caption|summary|description|busy|aria-(label|description|roledescription|valuetext|placeholder))$/;
const NAMES =
  /^(className|class|rel|autoComplete|accept|d|points|viewBox|sandbox|allow|content|aria-(labelledby|describedby|controls|owns))$/;

const LETTER = /\p{L}/u;
const TWO_WORDS = /\p{L}[,.:;!?’']? \p{L}/u;
const SENTENCE = /^\p{Lu}\p{L}*[,.:;!?’']? \S/u;
const CAPITAL_WORD = /^\p{Lu}\p{Ll}+[.!?:]?$/u;

/** Every word on the screen comes from `messages/`: no letters between tags, nor in what a person hears or reads. */
export const wordsComeFromMessages: Rule = (files) =>
  files
    .filter(({ path }) => /^(app|components)\//.test(path) && !isForTests(path))
    .flatMap(({ path, source }) =>
      literalsIn(source, { isJsx: path.endsWith(".tsx") })
        .filter((literal) => isWritten(literal, path))
        .map(({ text }) => `${path} -> ${text.trim()}`),
    );

function isWritten({ kind, text, attribute }: Literal, path: string): boolean {
  if (kind === "text") return LETTER.test(text.replace(/&#?\w+;/g, ""));
  if (attribute && SAID.test(attribute) && kind === "attribute") return LETTER.test(text);
  if (attribute) return !NAMES.test(attribute) && TWO_WORDS.test(text);
  if (kind === "child") return TWO_WORDS.test(text) || CAPITAL_WORD.test(text);
  // A file without JSX speaks to the log and to developers as well.
  return path.endsWith(".tsx") && SENTENCE.test(text);
}
