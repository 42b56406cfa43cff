import type { RewriteFinding, RewriteFindingCode } from "./rewrite-finding";

/** Counts what could not be done, each code once. */
export type RewriteFindings = {
  note(code: RewriteFindingCode, count?: number): void;
  all(): RewriteFinding[];
};

export function createRewriteFindings(): RewriteFindings {
  const counts = new Map<RewriteFindingCode, number>();
  return {
    note: (code, count = 1) => {
      counts.set(code, (counts.get(code) ?? 0) + count);
    },
    all: () => Array.from(counts, ([code, count]) => ({ code, count })),
  };
}
