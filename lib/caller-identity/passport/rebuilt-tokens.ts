// RFC 8225 section 7: the short form leaves out header and payload, for both can be built from the SIP message. Keys stand
// in alphabetical order without white space (section 9), so that both sides get the same bytes.
import type { SignalledAddress } from "../signalled-address";
import type { IdentityHeader } from "./identity-header";
import type { SignedCall } from "./signed-call";

/** `header.payload` of each token that the signer may have built: for the caller in From or as asserted, for To or target. */
export function rebuiltTokens(header: IdentityHeader, call: SignedCall): string[] {
  if (!header.info || call.date === undefined) return [];
  const head = encoded({
    alg: header.algorithm ?? "ES256",
    ...(header.extension && { ppt: header.extension }),
    typ: "passport",
    x5u: header.info,
  });
  const payloads = [call.from, ...call.asserted.slice(0, 2)].flatMap((caller) =>
    [call.to, call.target()].flatMap((called) => payloadOf(caller, called, call.date) ?? []),
  );
  return [...new Set(payloads)].map((payload) => `${head}.${payload}`);
}

function payloadOf(
  caller: SignalledAddress | undefined,
  called: SignalledAddress | undefined,
  iat: number | undefined,
): string | undefined {
  const [orig, dest] = [canonical(caller), canonical(called)];
  if (!orig || !dest) return undefined;
  return encoded({ dest: { [dest.key]: [dest.name] }, iat, orig: { [orig.key]: orig.name } });
}

/** RFC 8224 sections 8.3 and 8.5: numbers as bare digits, other addresses without parameters. */
function canonical(address: SignalledAddress | undefined): { key: "tn" | "uri"; name: string } | undefined {
  if (!address || (address.user === "" && address.host === "")) return undefined;
  if (address.number) return { key: "tn", name: address.number.digits };
  return { key: "uri", name: `sip:${address.user}@${address.host}` };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
