import { texts } from "@/lib/platform/texts";

type Words = ReturnType<typeof texts<"tracking.method">>;
type Key = Parameters<Words>[0];

/** The method on one page, for an investigator: what it does, needs and cannot do, and where it comes from. */
export function TrackingMethod() {
  const words = texts("tracking.method");
  return (
    <>
      <h2>{words("mark")}</h2>
      <p>{words("markLead")}</p>
      <ol>
        <Items keys={["mark1", "mark2", "mark3", "mark4"]} />
      </ol>

      <h2>{words("timing")}</h2>
      <p>{words("timingText")}</p>

      <h2>{words("needs")}</h2>
      <ul>
        <Items keys={["needs1", "needs2", "needs3", "needs4"]} />
      </ul>

      <h2>{words("numbers")}</h2>
      <ul>
        <Items keys={["numbersDistance", "numbersChance", "numbersExpected"]} />
      </ul>

      <h2>{words("limits")}</h2>
      <ul>
        <Items keys={["limits1", "limits2", "limits3"]} />
      </ul>

      <h2>{words("attacks")}</h2>
      <ul>
        <Items keys={["attacks1", "attacks2", "attacks3", "attacks4"]} />
      </ul>

      <h2>{words("source")}</h2>
      <p>{words("sourceText")}</p>
      <p>{words("sourceNote")}</p>
      <p>{words("sourceAttacks")}</p>
    </>
  );
}

function Items({ keys }: { keys: readonly Key[] }) {
  const words = texts("tracking.method");
  return keys.map((key) => <li key={key}>{words(key)}</li>);
}
