import type { ReactNode } from "react";
import { PageContents } from "@/components/traces/page-contents";
import { Written } from "@/components/traces/written";
import type { CandidateResult, ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { BitsPlot } from "./bits-plot";
import { CandidateChecks } from "./candidate-checks";
import { CandidateTable } from "./candidate-table";
import { type ComparedNames, ComparisonInputs } from "./comparison-inputs";
import { ComparisonParameters } from "./comparison-parameters";
import { DelayPlot } from "./delay-plot";
import { DistancePlot } from "./distance-plot";
import { FindingList } from "./finding-list";
import { wayText } from "./flow-text";
import { leadingIndex } from "./leading-candidate";
import { NotShown } from "./not-shown";
import { ResultAnswer } from "./result-answer";
import { ResultDownloads } from "./result-downloads";
import { TimingPlot } from "./timing-plot";

type Props = {
  result: ComparisonResult;
  names: ComparedNames;
  comparedAt: Date;
  zone: string;
  /** Where the result and its print can be had. */
  downloads?: { json: string; pdf: string };
  /** Index of the candidate whose pictures are shown, if not of the one that the answer speaks of. */
  shown?: number;
  hrefOfCandidate?: (candidate: number) => string;
};

/** The whole result of a comparison: the answer in words first, then everything that lets a person check it. */
export function ComparisonView(props: Props) {
  const words = texts("tracking.result");
  const { result, comparedAt, zone, downloads } = props;
  const index = shownIndex(props);
  const shown = result.candidates[index ?? -1];
  const number = (index ?? 0) + 1;
  return (
    <>
      <section className="verdict" aria-labelledby="answer">
        <h2 id="answer">{words("answer")}</h2>
        <ResultAnswer result={result} />
        <p className="note">{words("madeAt", { made: formatMoment(comparedAt, zone) })}</p>
      </section>
      <PageContents parts={contentsOf(props, shown)} />
      {result.findings.length > 0 && (
        <Part id="findings">
          <FindingList findings={result.findings} />
        </Part>
      )}
      <Part id="limits">
        <NotShown result={result} />
      </Part>
      {result.candidates.length > 0 && (
        <Part id="candidates">
          <CandidateTable result={result} shown={index} hrefOf={props.hrefOfCandidate} />
        </Part>
      )}
      {shown && hasPlots(result, shown) && <Plots result={result} candidate={shown} number={number} />}
      {shown && hasChecks(shown) && <Checks result={result} candidate={shown} number={number} />}
      <Part id="inputs">
        <ComparisonInputs result={result} names={props.names} />
      </Part>
      <Part id="parameters">
        <ComparisonParameters result={result} />
      </Part>
      {downloads && (
        <Part id="take">
          <ResultDownloads {...downloads} />
        </Part>
      )}
    </>
  );
}

type PartName = "findings" | "limits" | "candidates" | "plots" | "checks" | "inputs" | "parameters" | "take";

function Part({ id, children }: { id: PartName; children: ReactNode }) {
  return (
    <>
      <h2 id={id}>{texts("tracking.result")(id)}</h2>
      {children}
    </>
  );
}

function shownIndex({ result, shown }: Props): number | undefined {
  return shown !== undefined && result.candidates[shown] ? shown : leadingIndex(result);
}

function contentsOf({ result, downloads }: Props, shown?: CandidateResult) {
  const parts: [PartName, unknown][] = [
    ["findings", result.findings.length],
    ["limits", true],
    ["candidates", result.candidates.length],
    ["plots", hasPlots(result, shown)],
    ["checks", hasChecks(shown)],
    ["inputs", true],
    ["parameters", true],
    ["take", downloads],
  ];
  return parts.filter(([, is]) => is).map(([id]) => ({ id, name: texts("tracking.result")(id) }));
}

type ShownProps = { result: ComparisonResult; candidate: CandidateResult; number: number };

function hasPlots({ watermark, timingScores }: ComparisonResult, candidate?: CandidateResult): boolean {
  const ofAll = watermark?.lookedAt || timingScores?.length;
  return Boolean(candidate && (candidate.plots?.delay?.length || candidate.plots?.bits?.length || ofAll));
}

function hasChecks(candidate?: CandidateResult): boolean {
  return Boolean(candidate?.mark || candidate?.timing || candidate?.stream);
}

function Plots({ result, candidate, number }: ShownProps) {
  const words = texts("tracking.result");
  const { delay, bits } = candidate.plots ?? {};
  const { watermark, timingScores } = result;
  return (
    <Part id="plots">
      <p>{words.rich("plotsOf", { number, flow: () => <Written text={wayText(candidate.flow)} /> })}</p>
      {bits && watermark && <BitsPlot bits={bits} shiftMs={watermark.parameters.shiftMs} />}
      {watermark?.lookedAt !== 0 && watermark && <DistancePlot watermark={watermark} />}
      {delay && delay.length > 0 && <DelayPlot points={delay} />}
      {timingScores && timingScores.length > 0 && <TimingPlot scores={timingScores} />}
    </Part>
  );
}

function Checks({ result, candidate, number }: ShownProps) {
  const words = texts("tracking.result");
  return (
    <Part id="checks">
      <p>{words("checksLead", { number })}</p>
      <CandidateChecks candidate={candidate} result={result} />
    </Part>
  );
}
