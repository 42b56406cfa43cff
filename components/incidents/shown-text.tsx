import type { ShownCaller } from "@/lib/incidents/incident";
import { texts } from "@/lib/platform/texts";

/** What the phone showed: the number exactly as read, or why there is none. */
export function ShownText({ shown }: { shown: ShownCaller }) {
  const words = texts("incidents.shown");
  const number = shown.number.trim() === "" ? words(shown.presentation) : shown.number;
  return (
    <>
      <bdi className="tabular">{number}</bdi>
      {shown.name && (
        <>
          {" "}
          <bdi>{words("name", { name: shown.name })}</bdi>
        </>
      )}
    </>
  );
}
