import type { Hop } from "./hops";
import type { SignalledAddress } from "./signalled-address";
import type { AssertedIdentity } from "./verdict";

/** An identity with what comparing it needs. */
export type GatheredIdentity = AssertedIdentity & {
  hop: Hop;
  /** Who is named, where the value is an address. */
  address?: SignalledAddress;
};

/** Leaves out what only comparing needs. */
export function shownIdentity({ hop: _, address: __, ...shown }: GatheredIdentity): AssertedIdentity {
  return shown;
}
