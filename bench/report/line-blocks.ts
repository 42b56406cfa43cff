import type { Block } from "@/lib/platform/pdf/description";

/** Text of one size, cut into lines already; the columns of a table stand side by side in one strip. */
export type Strip = { size: number; columns: { x: number; lines: string[] }[] };

const LEFT = 64;
const WIDTH = 467;
const MEASURE = 416;

/** The same words as strips of ready lines: what is left of a report when nothing has to be set, broken or tagged. */
export function stripsOf(blocks: readonly Block[]): Strip[] {
  return blocks.flatMap(stripsOfBlock);
}

function stripsOfBlock(block: Block): Strip[] {
  switch (block.kind) {
    case "heading":
      return [strip(block.text, 14)];
    case "paragraph":
      return [strip(block.text, block.style === "small" ? 8.5 : 10)];
    case "quote":
      return [strip(block.text, 11), strip(block.source, 8.5)];
    case "list":
      return block.items.map((item) => strip(item, 10));
    case "facts":
      return block.pairs.map(({ name, text }) => row([name, text], [132, 327], 9));
    case "table":
      return tableStrips(block);
    case "bars":
      return [strip(block.alt, 10)];
    case "notice":
      return [strip(block.title, 10), strip(block.text, 10)];
    case "blank-lines":
      return block.labels.map((label) => strip(label, 8.5));
    case "page-break":
      return [];
  }
}

function tableStrips({ columns, rows }: Extract<Block, { kind: "table" }>): Strip[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (WIDTH * share) / shares);
  const head = columns.map(({ title }) => title);
  return [head, ...rows].map((cells) => row(cells, widths, 8));
}

function row(cells: readonly string[], widths: readonly number[], size: number): Strip {
  let x = LEFT;
  const columns = cells.map((text, index) => {
    const width = widths[index] ?? MEASURE;
    const column = { x, lines: cut(text, width - 8, size) };
    x += width;
    return column;
  });
  return { size, columns };
}

function strip(text: string, size: number): Strip {
  return { size, columns: [{ x: LEFT, lines: cut(text, MEASURE, size) }] };
}

/** Lines of about the width, by counting letters: half the type size is their width in this face, on average. */
function cut(text: string, width: number, size: number): string[] {
  const letters = Math.max(1, Math.floor(width / (size * 0.5)));
  return text.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1) ?? "";
      if (line && line.length + 1 + word.length > letters) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines;
  });
}
