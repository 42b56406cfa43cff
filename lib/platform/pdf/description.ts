/** What a document says, block by block; how it is set is the kit's business. */
export type PdfDescription = {
  /** Shown by readers in the window's title. The app's own words, never a person's. */
  title: string;
  /** BCP 47 tag, e.g. `en-GB`. */
  language: string;
  paper: Paper;
  /** Stands as the document's creation date, so that one input gives one sequence of bytes. */
  madeAt: Date;
  /** Small line at the head of each page but the first. */
  header: string;
  /** Small line at the foot of each page, beside the page number. */
  footer: string;
  words: PdfWords;
  blocks: Iterable<Block>;
};

export type Paper = "A4" | "Letter";

/** The kit's own words, in the language of the document. */
export type PdfWords = {
  /** Stands before the number of all pages: `Page 3 of `. */
  pageOf: (page: number) => string;
  /** Said once at the end when a character could only be written as its code. */
  unwritable: string;
};

export type Block = Heading | Paragraph | Quote | List | Facts | Table | Bars | Notice | BlankLines | Break;

/** A small heading of level 1 is the subject of a letter. */
export type Heading = { kind: "heading"; level: 1 | 2 | 3; text: string; size?: "small" };
export type Paragraph = { kind: "paragraph"; text: string; style?: ParagraphStyle };
export type ParagraphStyle = "body" | "lead" | "small" | "label" | "address";
/** Somebody's words, verbatim, and whose or which they are. */
export type Quote = { kind: "quote"; text: string; source: string };
export type List = { kind: "list"; items: readonly string[] };
/** Pairs of a name and what it is; set as a table whose first column heads its rows. */
export type Facts = { kind: "facts"; pairs: readonly Fact[] };
export type Fact = { name: string; text: string; mono?: boolean };
export type Table = { kind: "table"; columns: readonly Column[]; rows: Iterable<readonly string[]> };
/** `share` is the column's part of the width; the first column heads the rows. */
export type Column = { title: string; share: number; align?: "left" | "right"; mono?: boolean };
/** A bar chart; `alt` says in words what it shows. */
export type Bars = { kind: "bars"; alt: string; bars: readonly Bar[] };
export type Bar = { label: string; value: number };
export type Notice = { kind: "notice"; title: string; text: string };
/** Rules to be written on by hand. */
export type BlankLines = { kind: "blank-lines"; labels: readonly string[] };
export type Break = { kind: "page-break" };
