import type { Ladder } from "./ladder";

const ROWS_A_PAGE = 60;

export type LadderPage = Ladder & { page: number; pages: number };

/** One page of a ladder, counted from 1; a page that does not exist gives the nearest that does. */
export function pageOfLadder(ladder: Ladder, page: number, rowsAPage = ROWS_A_PAGE): LadderPage {
  const pages = Math.max(1, Math.ceil(ladder.rows.length / rowsAPage));
  const shown = Math.min(pages, Math.max(1, Math.floor(page) || 1));
  const rows = ladder.rows.slice((shown - 1) * rowsAPage, shown * rowsAPage);
  return { ...ladder, rows, page: shown, pages };
}
