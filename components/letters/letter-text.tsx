import { TypedText } from "@/components/ui/typed-text";
import type { LetterContent } from "@/lib/letters/letter";

/** A letter as it was finished, for reading on the page. */
export function LetterText({ content }: { content: LetterContent }) {
  return (
    <section className="letter">
      <TypedText text={content.sender} />
      <TypedText text={content.recipient} />
      <TypedText text={content.dated} />
      <TypedText text={content.body} />
    </section>
  );
}
