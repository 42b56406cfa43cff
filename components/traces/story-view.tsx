import type { ReactNode } from "react";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { texts } from "@/lib/platform/texts";
import type { CallStory } from "@/lib/sip/call-story";
import type { HrefOfMessage } from "./message-link";
import { secondsText } from "./seconds-text";
import { ShapeList } from "./shape-list";
import { StoryFindings } from "./story-findings";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

type Props = { story: CallStory; zone: string; hrefOf?: HrefOfMessage };

/** What happened in a call: its state and times, who is named, and how it was led. */
export function StoryView({ story, zone, hrefOf }: Props) {
  const words = texts("traces.story");
  return (
    <>
      <SummaryList rows={[...timesOf(story, zone), ...partiesOf(story), ...mediaOf(story)]} />
      <h3>{words("shapes")}</h3>
      {story.shapes.length === 0 && <p>{words("noShapes")}</p>}
      <ShapeList shapes={story.shapes} hrefOf={hrefOf} />
      <StoryFindings findings={story.findings} hrefOf={hrefOf} />
    </>
  );
}

function timesOf(story: CallStory, zone: string): SummaryRow[] {
  const words = texts("traces.story");
  const time = (at: number | undefined, withUtc = false) =>
    at !== undefined && <TraceTime at={at} zone={zone} withUtc={withUtc} />;
  const talked = story.answeredAt !== undefined && story.endedAt !== undefined;
  return [
    { key: "state", term: words("state"), value: texts("traces.states")(story.state) },
    ...known("started", time(story.startedAt, true)),
    ...known("ringing", time(story.ringingAt)),
    ...known("answered", time(story.answeredAt)),
    ...known("ended", time(story.endedAt)),
    ...known("talked", talked && secondsText((story.endedAt ?? 0) - (story.answeredAt ?? 0))),
    ...known("endedBy", story.endedBy && texts("traces.endedBy")(story.endedBy)),
    ...known("finalStatus", story.finalStatus && words("finalStatusText", { status: story.finalStatus })),
    ...known("earlyMedia", story.hasEarlyMedia && words("yes")),
  ];
}

type FactName =
  | "started"
  | "ringing"
  | "answered"
  | "ended"
  | "talked"
  | "endedBy"
  | "finalStatus"
  | "earlyMedia"
  | "parties"
  | "mediaPaths";

function known(name: FactName, value: ReactNode): SummaryRow[] {
  return value ? [{ key: name, term: texts("traces.story")(name), value }] : [];
}

function partiesOf({ parties }: CallStory): SummaryRow[] {
  const words = texts("traces.story");
  const lines = parties.map((party) => (
    <li key={`${party.role} ${party.uri} ${party.message}`}>
      {words.rich("party", {
        role: texts("traces.partyRoles")(party.role),
        uri: () => <Written text={party.displayName ? `${party.displayName} <${party.uri}>` : party.uri} />,
      })}
    </li>
  ));
  return known("parties", lines.length > 0 && <ul className="plain-list">{lines}</ul>);
}

function mediaOf({ media }: CallStory): SummaryRow[] {
  const words = texts("traces.story");
  const lines = media.map((path, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paths have no name of their own, and are drawn once
    <li key={index}>
      {words.rich("mediaAnnounced", {
        kind: () => <Written text={path.kind} />,
        places: () => (
          <Written text={path.announced.map(({ address, port }) => `${address} ${port}`).join(", ")} />
        ),
      })}{" "}
      {texts("traces.mediaDirections")(path.direction)}{" "}
      {path.unannounced.length > 0 &&
        words.rich("mediaFrom", { places: () => <Written text={path.unannounced.join(", ")} /> })}
    </li>
  ));
  return known("mediaPaths", lines.length > 0 && <ul className="plain-list">{lines}</ul>);
}
