import { SummaryList } from "@/components/ui/summary-list";
import { texts } from "@/lib/platform/texts";

type Props = {
  method: string;
  /** For whoever may write in the case. */
  planner?: string;
  compare?: string;
};

/** What the room answers and what it never says, with the ways onward. */
export function RoomLead({ method, planner, compare }: Props) {
  const words = texts("tracking.room");
  const ways = [
    { href: method, text: words("method") },
    ...(planner ? [{ href: planner, text: words("planner") }] : []),
    ...(compare ? [{ href: compare, text: words("compare") }] : []),
  ];
  return (
    <>
      <SummaryList
        rows={[
          { key: "answers", term: words("answers"), value: words("answersText") },
          { key: "never", term: words("never"), value: words("neverText") },
        ]}
      />
      <p>{words("who")}</p>
      <ul className="plain-list">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
