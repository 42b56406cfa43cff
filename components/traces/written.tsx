import { plainText } from "@/lib/sip/ladder-text";

type Props = {
  text: string;
  /** Cut behind so many letters. */
  most?: number;
};

/** A value as it stands in the trace: a claim, set apart from our own words, in its own direction. */
export function Written({ text, most = Number.POSITIVE_INFINITY }: Props) {
  const plain = plainText(text);
  return (
    <bdi className="written" translate="no">
      {plain.length > most ? `${[...plain].slice(0, most).join("")}…` : plain}
    </bdi>
  );
}
