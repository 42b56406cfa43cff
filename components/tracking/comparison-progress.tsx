import { texts } from "@/lib/platform/texts";
import { LookAgain } from "./look-again";

type Props = {
  comparison: {
    /** Candidates compared so far, of all; unknown while the captures are still read. */
    done: number;
    total?: number;
  };
  /** The page itself. */
  href: string;
};

/** While a comparison runs: how many flows are compared. */
export function ComparisonProgress({ comparison: { done, total }, href }: Props) {
  const words = texts("tracking.progress");
  const said = total ? words("count", { done, total }) : words("begins");
  return (
    <section className="reading" aria-labelledby="running">
      <h2 id="running">{words("heading")}</h2>
      <progress max={total || undefined} value={total ? done : undefined} aria-label={words("label")}>
        {said}
      </progress>
      <p>
        <strong>{said}</strong>
      </p>
      <p>{words("lead")}</p>
      <LookAgain href={href}>{words("refresh")}</LookAgain>
    </section>
  );
}
