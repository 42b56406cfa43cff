import type { ReadMessage } from "@/lib/sip/call-story";
import type { HrefOfMessage } from "./message-link";

const MESSAGES_A_PAGE = 40;

/** Address of the page of a call, and which parts of its ladder and of its messages are shown, from 1. */
export type CallParts = { here: string; ladderPage: number; messagePage: number };

export type MessagePages = {
  shown: readonly ReadMessage[];
  page: number;
  pages: number;
  hrefOf: HrefOfMessage;
  hrefOfLadder: (page: number) => string;
  hrefOfMessages: (page: number) => string;
};

/** Which messages of a call stand on this page, and where the others stand. */
export function messagePages(messages: readonly ReadMessage[], parts: CallParts): MessagePages {
  const pages = Math.max(1, Math.ceil(messages.length / MESSAGES_A_PAGE));
  const page = Math.min(parts.messagePage, pages);
  const pageOf = new Map(
    messages.map(({ number }, place) => [number, Math.floor(place / MESSAGES_A_PAGE) + 1]),
  );
  const addressOf = (ladder: number, shown: number) =>
    `${parts.here}?${new URLSearchParams({ ladder: String(ladder), messages: String(shown) })}`;
  return {
    shown: messages.slice((page - 1) * MESSAGES_A_PAGE, page * MESSAGES_A_PAGE),
    page,
    pages,
    hrefOfLadder: (ladder) => `${addressOf(ladder, page)}#ladder`,
    hrefOfMessages: (shown) => `${addressOf(parts.ladderPage, shown)}#messages`,
    hrefOf: (number) => {
      const itsPage = pageOf.get(number) ?? page;
      const anchor = `#message-${number}`;
      return itsPage === page ? anchor : addressOf(parts.ladderPage, itsPage) + anchor;
    },
  };
}
