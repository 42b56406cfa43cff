import { texts } from "@/lib/platform/texts";
import { CaptureList, type ListedCapture } from "./capture-list";
import { ComparisonList, type ListedComparison } from "./comparison-list";
import { RoomLead } from "./room-lead";
import { type ListedWatermark, WatermarkList } from "./watermark-list";

type Props = {
  /** Those that are done. */
  comparisons: readonly ListedComparison[];
  /** Those whose flows are listed. */
  captures: readonly ListedCapture[];
  watermarks: readonly ListedWatermark[];
  zone: string;
  method: string;
  planner: string;
  hrefOfComparison: (comparison: ListedComparison) => string;
  hrefOfCapture: (capture: ListedCapture) => string;
};

/** The room as an investigator reads it: results and captures, nothing to change, and no key of a watermark. */
export function InvestigatorView(props: Props) {
  const { comparisons, captures, watermarks, zone } = props;
  return (
    <>
      <RoomLead method={props.method} planner={props.planner} />
      <h2>{texts("tracking.comparisons")("heading")}</h2>
      <ComparisonList comparisons={comparisons} zone={zone} hrefOf={props.hrefOfComparison} />
      <h2>{texts("tracking.captures")("heading")}</h2>
      <CaptureList captures={captures} zone={zone} hrefOf={props.hrefOfCapture} />
      {watermarks.length > 0 && (
        <>
          <h2>{texts("tracking.watermarks")("heading")}</h2>
          <WatermarkList watermarks={watermarks} zone={zone} />
        </>
      )}
    </>
  );
}
