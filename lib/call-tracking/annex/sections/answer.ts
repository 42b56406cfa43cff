import type { Block } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { AnnexMaterial, Placing } from "../annex-material";
import { answerSentences } from "../answer-sentences";
import { findingText } from "../finding-text";
import { sectionHeading } from "./heading";

/** What was asked and what was found, in words. */
export function* answerBlocks({ result }: AnnexMaterial, placing: Placing): Generator<Block> {
  const words = texts("tracking.annex");
  const question = result.first ? (result.watermark ? "twoMarked" : "two") : "mark";
  yield sectionHeading(words("question.heading"), placing);
  yield { kind: "paragraph", text: words(`question.${question}`) };
  yield { kind: "facts", pairs: askedOf(result) };
  yield sectionHeading(words("answer.heading"), placing);
  const title = texts("tracking.verdicts")(result.verdict.word);
  yield { kind: "notice", title, text: answerSentences(result).join("\n") };
  yield { kind: "paragraph", text: texts("tracking.limits")(result.verdict.word) };
  if (result.findings.length === 0) return;
  yield { kind: "paragraph", style: "label", text: words("answer.findings") };
  yield { kind: "list", items: result.findings.map(findingText) };
}

function askedOf({ first, second, candidates }: AnnexMaterial["result"]) {
  const words = texts("tracking.annex.question");
  const among = words("amongText", { looked: candidates.length, total: second.flowsInFile });
  return [
    ...(first ? [{ name: words("flow"), text: first.flow.id, mono: true }] : []),
    { name: words("among"), text: among },
  ];
}
