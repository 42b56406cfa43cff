import { performance } from "node:perf_hooks";

/**
 * In a child process of the report bench: writes the document anew each time the bench asks, and answers with the
 * milliseconds it took, its bytes, and the most memory this process ever held. Writers give the document piece by piece.
 */
export function answerTurns(write) {
  process.on("message", async () => {
    const begun = performance.now();
    const { bytes, pages } = await drain(await write());
    const tookMs = performance.now() - begun;
    process.send({ tookMs, bytes, pages, peakMiB: process.resourceUsage().maxRSS / 1024 });
  });
  process.send("ready");
}

// Counted as they pass: a page's object is never cut in two by less than this tail.
async function drain(pieces) {
  let [bytes, pages, tail] = [0, 0, ""];
  for await (const piece of pieces) {
    bytes += piece.length;
    const text = tail + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    for (const match of text.matchAll(/\/Type \/Page\b(?!s)/g))
      if (match.index + match[0].length > tail.length) pages += 1;
    tail = text.slice(-16);
  }
  return { bytes, pages };
}
