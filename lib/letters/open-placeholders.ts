import type { LetterContent } from "./letter";
import { placeholders } from "./wording";

/** The places that the person has not filled in yet, in the order of the letter's table of placeholders. */
export function openPlaceholders(
  content: Pick<LetterContent, "sender" | "recipient" | "dated" | "subject" | "body">,
): string[] {
  const text = [content.sender, content.recipient, content.dated, content.subject, content.body].join("\n");
  return Object.values(placeholders).filter((placeholder) => text.includes(placeholder));
}
