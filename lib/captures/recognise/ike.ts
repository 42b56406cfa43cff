// IKE: RFC 7296 section 3.1, RFC 2408 section 3.1; and its place beside ESP on port 4500, RFC 3948 section 2.
import type { Datagram } from "../packet";
import type { SightingDetail } from "../sighting";
import { hex, u32 } from "./big-endian";

const PORT = 500;
const NAT_PORT = 4500;
const HEADER_BYTES = 28;
const IKE_V1_EXCHANGES = [1, 2, 4, 5, 6, 32, 33];
/** IKE_SA_INIT to IKE_FOLLOWUP_KE (RFC 9370). */
const IKE_V2_EXCHANGES = [34, 35, 36, 37, 38, 43, 44];

/** What an IKE message says; nothing when the datagram is none. */
export function readIke({ source, destination, bytes, wireBytes }: Datagram): SightingDetail[] | undefined {
  if (source.port === PORT || destination.port === PORT) return readMessage(bytes, 0, wireBytes);
  if (source.port !== NAT_PORT && destination.port !== NAT_PORT) return undefined;
  return u32(bytes, 0) === 0 ? readMessage(bytes, 4, wireBytes) : undefined;
}

function readMessage(bytes: Uint8Array, at: number, wireBytes: number): SightingDetail[] | undefined {
  const version = (bytes[at + 17] ?? 0) >> 4;
  const exchange = bytes[at + 18] ?? 0;
  if (bytes.length < at + HEADER_BYTES || u32(bytes, at + 24) !== wireBytes - at) return undefined;
  if (!(version === 1 ? IKE_V1_EXCHANGES : version === 2 ? IKE_V2_EXCHANGES : []).includes(exchange)) {
    return undefined;
  }
  if (u32(bytes, at) === 0 && u32(bytes, at + 4) === 0) return undefined;
  return [
    { name: "version", value: `IKEv${version}` },
    { name: "spi", value: hex(bytes, at, at + 8) },
  ];
}
