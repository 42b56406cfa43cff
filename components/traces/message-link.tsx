import { texts } from "@/lib/platform/texts";

/** Where a message stands: on this page unless the page says otherwise, for messages may be spread over pages. */
export type HrefOfMessage = (number: number) => string;

export const anchorOfMessage: HrefOfMessage = (number) => `#message-${number}`;

export function MessageLink({ number, hrefOf }: { number: number; hrefOf?: HrefOfMessage }) {
  const href = (hrefOf ?? anchorOfMessage)(number);
  return (
    <a className="message-link" href={href}>
      {texts("traces.identities")("messageLink", { number })}
    </a>
  );
}
