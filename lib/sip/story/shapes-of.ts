import type { Shape } from "../call-story";
import { b2buaShapes } from "../shapes/b2bua";
import { digestShapes } from "../shapes/digest";
import { forkingShapes } from "../shapes/forking";
import { forwardingShapes } from "../shapes/forwarding";
import { gatewayShapes } from "../shapes/gateway";
import { proxyShapes } from "../shapes/proxy";
import { redirectShapes } from "../shapes/redirect";
import { registrationShapes } from "../shapes/registration";
import { scannerShapes } from "../shapes/scanner";
import { thirdPartyShapes } from "../shapes/third-party-control";
import { transferShapes } from "../shapes/transfer";
import type { Scene } from "./scene";

/** What says most of who could hide behind a call comes first. */
const tellers = [
  scannerShapes,
  transferShapes,
  b2buaShapes,
  thirdPartyShapes,
  redirectShapes,
  forwardingShapes,
  forkingShapes,
  proxyShapes,
  gatewayShapes,
  registrationShapes,
  digestShapes,
];

export function shapesOf(scene: Scene): Shape[] {
  return tellers.flatMap((tell) => tell(scene));
}
