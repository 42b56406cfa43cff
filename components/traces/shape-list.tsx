import { texts } from "@/lib/platform/texts";
import type { Shape } from "@/lib/sip/call-story";
import { type HrefOfMessage, MessageLink } from "./message-link";
import { sentenceOf } from "./shape-sentence";

/** The forms that a call took, a sentence or two for each, with the messages that show it. */
export function ShapeList({ shapes, hrefOf }: { shapes: readonly Shape[]; hrefOf?: HrefOfMessage }) {
  return (
    <ul className="shapes">
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name of their own, and are drawn once
        <li key={index}>
          <strong>{texts("traces.shapeKinds")(shape.kind)}</strong>
          <p>{sentenceOf(shape)}</p>
          <Shown messages={shape.messages} hrefOf={hrefOf} />
        </li>
      ))}
    </ul>
  );
}

const MOST_LINKS = 8;

function Shown({ messages, hrefOf }: { messages: readonly number[]; hrefOf?: HrefOfMessage }) {
  if (messages.length === 0) return null;
  return (
    <p className="hint">
      {messages.slice(0, MOST_LINKS).map((number, index) => (
        <span key={number}>
          {index > 0 && ", "}
          <MessageLink number={number} hrefOf={hrefOf} />
        </span>
      ))}
    </p>
  );
}
