import { InsetText } from "@/components/ui/inset-text";
import type { Protocol } from "@/lib/captures/sighting";
import { texts } from "@/lib/platform/texts";

const otherCalls: readonly Protocol[] = ["h323", "iax2"];
const encrypted: readonly Protocol[] = ["tls", "dtls", "ike", "esp", "srtp", "zrtp", "voice-app"];

/** Why a file says nothing about who called, as far as what else was seen in it tells. */
export function NoSip({ seen }: { seen: readonly Protocol[] }) {
  const words = texts("traces.room");
  const holds = (protocols: readonly Protocol[]) => protocols.some((one) => seen.includes(one));
  return (
    <InsetText>
      <p>{words(holds(otherCalls) ? "noSipOther" : holds(encrypted) ? "noSipEncrypted" : "noSip")}</p>
    </InsetText>
  );
}
