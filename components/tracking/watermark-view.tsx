import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import { texts } from "@/lib/platform/texts";
import { watermarkFacts } from "./watermark-facts";
import type { ListedWatermark } from "./watermark-list";

type Props = {
  watermark: Pick<ListedWatermark, "parameters"> & { fingerprint: string };
  /** Where the plan with its key can be had: for the owner alone. */
  plan?: string;
};

/** A kept watermark: what it is, and how it comes into a call. */
export function WatermarkView({ watermark: { parameters, fingerprint }, plan }: Props) {
  const words = texts("tracking.watermark");
  return (
    <>
      <h2>{words("facts")}</h2>
      <SummaryList
        rows={[
          ...watermarkFacts(parameters),
          { key: "fingerprint", term: words("fingerprint"), value: <Fingerprint text={fingerprint} /> },
        ]}
      />
      {plan && <Next plan={plan} />}
    </>
  );
}

function Fingerprint({ text }: { text: string }) {
  return (
    <>
      <code className="hash" translate="no" dir="ltr">
        {text}
      </code>
      <span className="under">{texts("tracking.watermark")("fingerprintHint")}</span>
    </>
  );
}

const steps = ["nextProvider", "nextPlan", "nextCapture", "nextCompare"] as const;

function Next({ plan }: { plan: string }) {
  const words = texts("tracking.watermark");
  return (
    <>
      <h2>{words("next")}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{words(step)}</li>
        ))}
      </ol>
      <InsetText>
        <p>{words("secretText")}</p>
      </InsetText>
      <p>
        <a className="trace-link" href={plan}>
          {words("plan")}
        </a>
      </p>
    </>
  );
}
