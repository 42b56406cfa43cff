import type { LetterContent, LetterInput } from "@/lib/letters/letter";
import { placeholders } from "@/lib/letters/wording";

type Placeholder = keyof typeof placeholders;

const known: Partial<Record<Placeholder, string>> = {
  name: "Mara Example",
  address: "12 Example Street\nExampleton EX1 1EX",
  providerAddress: "1 Example Way, Exampleton",
};

/** The letter with made-up words in the place of every placeholder. */
export function fillPlaceholders({ sender, recipient, dated, subject, body }: LetterContent): LetterInput {
  return {
    sender: fill(sender),
    recipient: fill(recipient),
    dated: fill(dated),
    subject: fill(subject),
    body: fill(body),
  };
}

function fill(text: string): string {
  return Object.entries(placeholders).reduce(
    (filled, [name, placeholder]) =>
      filled.replaceAll(placeholder, known[name as Placeholder] ?? "to follow"),
    text,
  );
}
