import type { Party, Shape } from "../call-story";
import { addressesOf } from "./address";
import type { Line } from "./line";
import type { Scene } from "./scene";

type Role = Party["role"];
type Told<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;

/** Whom a shape names, each at the message that names them; from where they spoke, only where the shape tells. */
export function partiesOfShape(shape: Shape, scene: Scene): Party[] {
  const lines = shape.messages.flatMap((number) => scene.lines.find((line) => line.number === number) ?? []);
  switch (shape.kind) {
    case "transfer":
      return partiesOfTransfer(shape, lines);
    case "b2bua":
      return middlemanOf(shape, lines);
    case "redirect":
      return targetsOf(shape, lines);
    case "forwarding":
      return forwardedFrom(shape, lines);
    case "third-party-control":
      return named("middleman", shape.controller, lines[0]).map((one) => ({
        ...one,
        host: shape.controller,
      }));
    default:
      return [];
  }
}

function named(role: Role, uri: string | undefined, line: Line | undefined): Party[] {
  return uri && line ? [{ role, uri, message: line.number }] : [];
}

function partiesOfTransfer({ transferrer, transferee, target }: Told<"transfer">, [first]: Line[]): Party[] {
  return [
    ...named("transferrer", transferrer, first),
    ...named("transferee", transferee, first),
    ...named("transfer-target", target, first),
  ];
}

/** The request by which a middleman went on gives its own Contact. */
function middlemanOf({ middleman, host, outgoing }: Told<"b2bua">, lines: Line[]): Party[] {
  const request = lines.find(({ call }) => call === outgoing);
  return named("middleman", middleman, request).map((party) => ({ ...party, ...(host ? { host } : {}) }));
}

/** The 3xx names the targets, and not the request that it answers. */
function targetsOf({ targets }: Told<"redirect">, lines: Line[]): Party[] {
  const answer = lines.find(({ facts }) => facts.status >= 300);
  return targets.flatMap((target) => named("redirect-target", target, answer));
}

/** A later message may tell of more who sent the call on. */
function forwardedFrom({ from, header }: Told<"forwarding">, lines: Line[]): Party[] {
  return from.flatMap((uri) =>
    named("forwarded-from", uri, lines.find((line) => isNamedIn(line, header, uri)) ?? lines[0]),
  );
}

/** In History-Info what a URI carries behind "?" is of the header, not of whom it names (RFC 7044 section 5). */
function isNamedIn({ read }: Line, header: string, uri: string): boolean {
  return addressesOf(read, header).some((one) => one.uri === uri || one.uri.startsWith(`${uri}?`));
}
