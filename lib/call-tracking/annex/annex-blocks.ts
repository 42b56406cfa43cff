import { texts } from "@/lib/platform/texts";
import type { AnnexMaterial, Placing } from "./annex-material";
import type { AnnexBlock } from "./plot";
import { answerBlocks } from "./sections/answer";
import { candidateBlocks } from "./sections/candidates";
import { checkBlocks } from "./sections/checks";
import { inputBlocks } from "./sections/inputs";
import { methodBlocks } from "./sections/method";
import { pictureBlocks } from "./sections/pictures";
import { settingBlocks } from "./sections/settings";

/**
 * The pages of one comparison, block by block: the answer in words first, then what it rests on. At level 1 they are a
 * document of their own, at level 2 a part of another, which breaks the page before them.
 */
export function* annexBlocks(material: AnnexMaterial, placing: Placing): Generator<AnnexBlock> {
  const words = texts("tracking.annex");
  if (placing.level === 2) yield { kind: "page-break" };
  yield {
    kind: "heading",
    level: placing.level,
    text: words(placing.level === 1 ? "title" : "reportHeading"),
  };
  yield {
    kind: "paragraph",
    style: placing.level === 1 ? "lead" : "small",
    text: words(material.result.first ? "lead.two" : "lead.mark"),
  };
  yield* answerBlocks(material, placing);
  yield* inputBlocks(material, placing);
  yield* settingBlocks(material, placing);
  yield* candidateBlocks(material, placing);
  yield* checkBlocks(material, placing);
  yield* pictureBlocks(material, placing);
  yield* methodBlocks(material, placing);
}
