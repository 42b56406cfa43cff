import { texts } from "@/lib/platform/texts";

type Part = { id: string; name: string };

/** The way to the parts of a long page. */
export function PageContents({ parts }: { parts: readonly Part[] }) {
  return (
    <nav className="page-contents" aria-label={texts("traces.callPage")("contents")}>
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
