import type { Sighting, SightingDetail } from "@/lib/captures/sighting";
import type { HopSecurity, Shape } from "./call-story";
import { firstRange } from "./header-values";
import type { SdpMedia } from "./sdp-media";
import type { Described } from "./story/described-media";
import type { Line } from "./story/line";
import type { Scene } from "./story/scene";

type Found = { scene: Scene; shapes: Shape[]; sightings: Sighting[] };

/** What protected each hop of the signalling and the sound announced over it, in the order of the hops. */
export function hopSecurity(found: Found): HopSecurity[] {
  const hops = new Map<string, Line[]>();
  for (const line of found.scene.lines) {
    if (line.from === "" || line.to === "") continue;
    const back = hops.get(`${line.to}\n${line.from}`);
    const key = `${line.from}\n${line.to}`;
    const hop = back ?? hops.get(key);
    if (hop) hop.push(line);
    else hops.set(key, [line]);
  }
  return [...hops.values()].map((lines) => securityOf(lines, found));
}

function securityOf(lines: Line[], { scene, shapes, sightings }: Found): HopSecurity {
  const [first] = lines as [Line];
  const { from, to } = first;
  const hosts = [from, to].map((id) => scene.hosts.find((host) => host.id === id)?.address ?? id);
  const seen = sightings.filter(
    ({ source, destination }) => hosts.includes(source.address) && hosts.includes(destination.address),
  );
  const digest = shapes.find(
    (shape) => shape.kind === "digest" && lines.some(({ number }) => shape.messages.includes(number)),
  );
  const calls = new Set(lines.map(({ call }) => call));
  return {
    from,
    to,
    signalling: signallingOf(lines),
    ...(digest?.kind === "digest" ? { digest: digest.algorithm } : {}),
    ...certificateOf(seen),
    ...(seen.some(({ details }) => details.some(({ name }) => name === "pre-shared-key"))
      ? { hasPreSharedKey: true }
      : {}),
    media: mediaOf(scene.described.filter(({ line }) => calls.has(line.call))),
  };
}

/** RFC 3329: "Security-Verify" stands on what goes through the protection that the others arranged. */
function signallingOf(lines: Line[]): HopSecurity["signalling"] {
  if (lines.some(isIpsec)) return "ipsec";
  const [first] = lines;
  const written = first?.vias[0]?.transport;
  if (lines.some(({ seen }) => seen.transport === "tls") || written === "TLS" || written === "WSS")
    return "tls";
  return lines.every(({ seen }) => seen.transport === "unknown") && written === undefined
    ? "unknown"
    : "none";
}

function isIpsec({ read }: Line): boolean {
  const range = firstRange(read, "Security-Verify");
  return range !== undefined && /^ipsec/i.test(read.text.slice(range.start, range.end));
}

function certificateOf(sightings: Sighting[]): Pick<HopSecurity, "certificate"> {
  const details = sightings.flatMap((sighting) => sighting.details);
  const value = (wanted: SightingDetail["name"]) => details.find(({ name }) => name === wanted)?.value;
  const [subject, issuer, client] = [
    value("certificate-subject"),
    value("certificate-issuer"),
    value("client-certificate"),
  ];
  if (subject === undefined && issuer === undefined && client === undefined) return {};
  return { certificate: { subject, issuer, isClient: client !== undefined } };
}

/** Both sides must want it: the weakest description of the call tells. */
function mediaOf(described: Described[]): HopSecurity["media"] {
  const used = described.filter(({ media }) => media.port > 0);
  if (used.length === 0) return "no-media";
  const kinds = used.map(({ media }) => securityOfMedia(media));
  return weakestFirst.find((kind) => kinds.includes(kind)) ?? "unknown";
}

const weakestFirst = ["none", "unknown", "zrtp", "srtp-sdes", "srtp-dtls"] as const;

/** RFC 4568 (keys in the description), RFC 5763 (a fingerprint of the certificate), RFC 6189 section 8.1. */
export function securityOfMedia(media: SdpMedia): (typeof weakestFirst)[number] {
  if (media.crypto.length > 0) return "srtp-sdes";
  if (media.fingerprints.length > 0) return "srtp-dtls";
  if (media.attributes.some(({ name }) => name === "zrtp-hash")) return "zrtp";
  return media.protocol.includes("SAVP") ? "unknown" : "none";
}
