import { UploadProgress } from "@/components/traces/upload-progress";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { texts } from "@/lib/platform/texts";

type Props = {
  /** Address of the route that takes the file. */
  action: string;
  megabytes: number;
  /** Words of what stood in the way of the last upload. */
  fault?: string;
};

/** A plain form to a route of its own. Scripts add progress, and refuse too large a file. */
export function CaptureUploadForm({ action, megabytes, fault }: Props) {
  const words = texts("tracking.upload");
  return (
    <form id="capture-upload" method="post" action={action} encType="multipart/form-data" noValidate>
      <h2>{words("heading")}</h2>
      <FileField label={words("file")} hint={words("hint", { megabytes })} fault={fault} />
      <Button>{words("submit")}</Button>
      <UploadProgress
        form="capture-upload"
        maxBytes={megabytes * 1_000_000}
        texts={{
          label: words("progress"),
          sending: words("sending", { percent: "{percent}" }),
          sent: words("sent"),
          broken: words("broken"),
          tooLarge: words("tooLarge", { size: "{size}", megabytes }),
        }}
      />
    </form>
  );
}
