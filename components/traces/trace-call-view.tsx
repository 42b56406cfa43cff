import type { ReactNode } from "react";
import { texts } from "@/lib/platform/texts";
import { layOutLadder } from "@/lib/sip/ladder";
import type { FoundCall } from "@/lib/traces/queries";
import { InvestigatorView } from "./investigator-view";
import { LadderDiagram } from "./ladder-diagram";
import { ladderRemarks } from "./ladder-remarks";
import { type CallParts, messagePages } from "./message-pages";
import { NoCall } from "./no-call";
import { PageContents } from "./page-contents";
import { StoryView } from "./story-view";
import { VerdictView } from "./verdict-view";
import { WhoCanAnswerView } from "./who-can-answer";

type Props = CallParts & {
  found: FoundCall;
  zone: string;
  /** Page of the trace, for whoever may change its settings. */
  settings?: string;
  /** What stands after the result: the way to the logged calls, for the person herself. */
  children?: ReactNode;
};

const parts = ["ladder", "story", "answers", "expert"] as const;

/** All that a trace tells of one call: the result in plain words first, every byte last. */
export function TraceCallView({ found, zone, settings, children, ...shown }: Props) {
  const words = texts("traces.callPage");
  const { story, verdict, call, legs } = found;
  const pages = messagePages(story.messages, shown);
  const ladder = layOutLadder(
    story,
    [call, ...legs].flatMap((one) => one.streams),
  );
  return (
    <>
      <PageContents parts={parts.map((id) => ({ id, name: words(id) }))} />
      {call.kind !== "call" && <NoCall kind={call.kind} />}
      {(call.kind === "call" || call.kind === "message") && (
        <>
          <VerdictView verdict={verdict} settings={settings} />
          {children}
        </>
      )}

      <h2 id="ladder">{words("ladder")}</h2>
      <LadderDiagram
        ladder={ladder}
        page={shown.ladderPage}
        hrefOfPage={pages.hrefOfLadder}
        hrefOf={pages.hrefOf}
        remarks={ladderRemarks(verdict)}
        zone={zone}
      />

      <h2 id="story">{words("story")}</h2>
      <StoryView story={story} zone={zone} hrefOf={pages.hrefOf} />

      <h2 id="answers">{words("answers")}</h2>
      <WhoCanAnswerView answers={verdict.whoCanAnswer} />

      <h2 id="expert">{words("expert")}</h2>
      <p>{words("expertLead")}</p>
      <InvestigatorView found={found} startedAt={ladder.startedAt} pages={pages} zone={zone} />
    </>
  );
}
