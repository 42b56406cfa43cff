import type { Datagram, Endpoint, IpPacket } from "../packet";
import { addDetail, addDetails, pairOf, type Seen, type SightingBook } from "../sighting-book";
import { ESP_PROTOCOL, type EspHeader, followsClosely, isNatKeepalive, readEsp, readEspOfIp } from "./esp";
import { readIke } from "./ike";

const NAT_PORT = 4500;

/** Recognises IPsec: its handshakes on ports 500 and 4500, and what it protects. */
export function createIpsecWatch(book: SightingBook, limit: number) {
  /** Places between which a handshake was seen: what else runs between them on port 4500 is ESP. */
  const handshakes = new Set<string>();
  const lastSequences = new Map<string, number>();

  function datagram(packet: Datagram): boolean {
    const ike = readIke(packet);
    if (ike) {
      if (handshakes.size < limit) handshakes.add(addressesOf(packet));
      const sighting = book.note(seenAs("ike", packet));
      addDetails(sighting, ike);
      addDetail(sighting, "initiator", sighting?.source.address);
      return true;
    }
    if (packet.source.port !== NAT_PORT && packet.destination.port !== NAT_PORT) return false;
    if (isNatKeepalive(packet.bytes)) return handshakes.has(addressesOf(packet));
    return takeEsp(packet, readEsp(packet.bytes, 0));
  }

  function takeEsp(packet: Datagram, header: EspHeader | undefined): boolean {
    if (!header || !(handshakes.has(addressesOf(packet)) || isCounting(header))) return false;
    addDetail(book.note(seenAs("esp", packet)), "spi", header.spi);
    return true;
  }

  /** Without a handshake: two packets of one index, numbered closely. */
  function isCounting({ spi, sequence }: EspHeader): boolean {
    const before = lastSequences.get(spi);
    if (before === undefined && lastSequences.size >= limit) lastSequences.clear();
    lastSequences.set(spi, sequence);
    return before !== undefined && followsClosely(before, sequence);
  }

  function ipPacket(packet: IpPacket): void {
    if (packet.protocol !== ESP_PROTOCOL) return;
    const header = readEspOfIp(packet);
    if (!header) return;
    const source: Endpoint = { address: packet.source, port: 0 };
    const destination: Endpoint = { address: packet.destination, port: 0 };
    addDetail(
      book.note({ protocol: "esp", source, destination, at: packet.at, frame: packet.frame }),
      "spi",
      header.spi,
    );
  }

  return { datagram, ipPacket };
}

function addressesOf({ source, destination }: Datagram): string {
  return pairOf({ address: source.address, port: 0 }, { address: destination.address, port: 0 });
}

function seenAs(protocol: "ike" | "esp", { source, destination, at, frame }: Datagram): Seen {
  return { protocol, source, destination, at, frame };
}
