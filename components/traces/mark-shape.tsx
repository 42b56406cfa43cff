import type { Weight } from "@/lib/sip/finding";

/** Told apart by form: a full diamond, an open diamond, an open circle. Drawn around the origin, 14 wide. */
export function MarkShape({ weight }: { weight: Weight }) {
  if (weight === "note") return <circle r="5" className="mark-open" />;
  return <path d="M0-7 7 0 0 7-7 0Z" className={weight === "broken" ? "mark-full" : "mark-open"} />;
}
