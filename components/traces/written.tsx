import { plainText } from "@/lib/sip/ladder-text";

/** A value as it stands in the trace: a claim, set apart from our own words, in its own direction. */
export function Written({ text }: { text: string }) {
  return (
    <bdi className="written" translate="no">
      {plainText(text)}
    </bdi>
  );
}
