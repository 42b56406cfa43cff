import { Pagination } from "@/components/ui/pagination";
import { texts } from "@/lib/platform/texts";
import type { MessagePages } from "./message-pages";
import { MessageView } from "./message-view";
import { OpenTarget } from "./open-target";

type Props = {
  pages: MessagePages;
  /** All messages of the call. */
  count: number;
  /** When the call began, in microseconds. */
  startedAt?: number;
  zone: string;
};

/** The messages of a call, some at a time, each folded to one line until it is asked for. */
export function CallMessages({ pages: { shown, page, pages, ...hrefs }, count, startedAt, zone }: Props) {
  const words = texts("traces.callPage");
  const { hrefOf, hrefOfMessages } = hrefs;
  return (
    <>
      <h3 id="messages">{words("messages", { count })}</h3>
      <p className="hint">{words("messagesHint")}</p>
      {shown.map((message) => (
        <MessageView
          key={message.number}
          message={message}
          startedAt={startedAt}
          zone={zone}
          hrefOf={hrefOf}
        />
      ))}
      <OpenTarget />
      <Pagination
        label={words("messagePages")}
        newer={page > 1 ? { href: hrefOfMessages(page - 1), text: words("earlier") } : undefined}
        older={page < pages ? { href: hrefOfMessages(page + 1), text: words("later") } : undefined}
      />
    </>
  );
}
