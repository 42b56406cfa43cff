import type { ReactNode } from "react";
import { Pagination } from "@/components/ui/pagination";
import { texts } from "@/lib/platform/texts";
import { layOutLadder } from "@/lib/sip/ladder";
import type { FoundCall } from "@/lib/traces/queries";
import { IdentityTable } from "./identity-table";
import { LadderDiagram } from "./ladder-diagram";
import { MessageView } from "./message-view";
import { PassportView } from "./passport-view";
import { StoryView } from "./story-view";
import { StreamTable } from "./stream-table";
import { VerdictView } from "./verdict-view";
import { WhoCanAnswerView } from "./who-can-answer";

type Props = {
  found: FoundCall;
  zone: string;
  /** Address of this page, and which part of it is shown, from 1. */
  here: string;
  ladderPage: number;
  messagePage: number;
  /** What stands after the result: the way to the logged calls, for the person herself. */
  children?: ReactNode;
};

const MESSAGES_A_PAGE = 40;

/** All that a trace tells of one call: the result in plain words first, every byte last. */
export function TraceCallView({ found, zone, here, ladderPage, messagePage, children }: Props) {
  const words = texts("traces.callPage");
  const { story, verdict, call, legs } = found;
  const streams = [call, ...legs].flatMap((one) => one.streams);
  const { messages } = story;
  const pages = Math.max(1, Math.ceil(messages.length / MESSAGES_A_PAGE));
  const page = Math.min(messagePage, pages);
  const addressOf = (part: { ladder?: number; messages?: number }) => {
    const query = new URLSearchParams({
      ladder: String(part.ladder ?? ladderPage),
      messages: String(part.messages ?? page),
    });
    return `${here}?${query}`;
  };
  const hrefOf = (number: number) => {
    const place = messages.findIndex((message) => message.number === number);
    const itsPage = Math.floor(place / MESSAGES_A_PAGE) + 1;
    const anchor = `#message-${number}`;
    return itsPage === page || place < 0 ? anchor : `${addressOf({ messages: itsPage })}${anchor}`;
  };
  const first = (page - 1) * MESSAGES_A_PAGE;
  return (
    <>
      <VerdictView verdict={verdict} />
      {children}

      <h2>{words("ladder")}</h2>
      <LadderDiagram
        ladder={layOutLadder(story, streams)}
        page={ladderPage}
        hrefOfPage={(ladder) => addressOf({ ladder })}
        hrefOf={hrefOf}
        zone={zone}
      />

      <h2>{words("answers")}</h2>
      <WhoCanAnswerView answers={verdict.whoCanAnswer} />

      <h2>{words("story")}</h2>
      <StoryView story={story} zone={zone} hrefOf={hrefOf} />

      <h2>{words("identities")}</h2>
      <IdentityTable identities={verdict.identities} hrefOf={hrefOf} />

      <h2>{words("passports")}</h2>
      <PassportView passports={verdict.passports} zone={zone} hrefOf={hrefOf} />

      <h2>{words("streams")}</h2>
      <StreamTable
        streams={streams}
        zone={zone}
        unannounced={story.media.flatMap(({ unannounced }) => unannounced)}
      />

      <h2 id="messages">{words("messages", { count: messages.length })}</h2>
      {messages.slice(first, first + MESSAGES_A_PAGE).map((message) => (
        <MessageView key={message.number} message={message} zone={zone} hrefOf={hrefOf} />
      ))}
      <Pagination
        label={words("messagePages")}
        newer={
          page > 1
            ? { href: `${addressOf({ messages: page - 1 })}#messages`, text: words("earlier") }
            : undefined
        }
        older={
          page < pages
            ? { href: `${addressOf({ messages: page + 1 })}#messages`, text: words("later") }
            : undefined
        }
      />
    </>
  );
}
