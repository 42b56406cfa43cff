import { texts } from "@/lib/platform/texts";

/** The result to take along, as a file and to print. */
export function ResultDownloads({ json, pdf }: { json: string; pdf: string }) {
  const words = texts("tracking.result");
  return (
    <>
      <p>{words("sameBytes")}</p>
      <ul className="plain-list">
        <li>
          <a href={pdf}>{words("pdf")}</a>
        </li>
        <li>
          <a href={json}>{words("json")}</a>
        </li>
      </ul>
    </>
  );
}
