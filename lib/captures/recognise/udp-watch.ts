import type { Datagram } from "../packet";
import type { Protocol } from "../sighting";
import { addDetail, addDetails, pairOf, type Seen, type SightingBook } from "../sighting-book";
import { createDnsReader, DNS_PORT } from "./dns";
import { createDtlsWatch } from "./dtls";
import { isRegistration } from "./h323";
import { IAX2_PORT, readIax2 } from "./iax2";
import { createIpsecWatch } from "./ipsec-watch";
import { readStun } from "./stun";
import { voiceAppOfHost } from "./voice-app";
import { readZrtp } from "./zrtp";

/** Recognises what datagrams carry, but for RTP and RTCP. */
export type UdpWatch = ReturnType<typeof createUdpWatch>;

export type Keys = { onSrtp(datagram: Datagram): void; onZrtp(datagram: Datagram): void };

export function createUdpWatch(book: SightingBook, limit: number, keys: Keys) {
  const dtls = createDtlsWatch(book, limit, keys.onSrtp);
  const ipsec = createIpsecWatch(book, limit);
  const dns = createDnsReader();
  const iax2Pairs = new Set<string>();

  /** For the ports whose protocols may begin with any byte, RTP's among them. */
  function byPort(datagram: Datagram): boolean {
    return hasOwnPort(datagram.source.port, datagram) || hasOwnPort(datagram.destination.port, datagram);
  }

  function hasOwnPort(port: number, datagram: Datagram): boolean {
    switch (port) {
      case DNS_PORT:
        return takeDns(datagram);
      case 500:
      case 4500:
        return ipsec.datagram(datagram);
      case 1718:
      case 1719:
        return isRegistration(datagram) && takeAs("h323", datagram);
      case IAX2_PORT:
        return takeIax2(datagram);
      default:
        return false;
    }
  }

  /** RFC 7983 section 7: the first byte tells what shares a port with RTP. */
  function byFirstByte(datagram: Datagram): boolean {
    const first = datagram.bytes[0] ?? 0;
    if (first < 0x40 && takeStun(datagram)) return true;
    if (first >> 4 === 1 && takeZrtp(datagram)) return true;
    if (first >= 20 && first < 64 && dtls.take(datagram)) return true;
    return iax2Pairs.size > 0 && takeIax2(datagram);
  }

  function takeStun(datagram: Datagram): boolean {
    const stun = readStun(datagram.bytes, datagram.wireBytes);
    if (!stun) return false;
    addDetails(book.note(seenAs("stun", datagram)), stun.details);
    const application = stun.details.find(({ name }) => name === "application")?.value;
    if (application) addDetail(book.note(seenAs("voice-app", datagram)), "application", application);
    return true;
  }

  function takeZrtp(datagram: Datagram): boolean {
    const zrtp = readZrtp(datagram.bytes);
    if (!zrtp) return false;
    addDetails(book.note(seenAs("zrtp", datagram)), zrtp.details);
    if (zrtp.isConfirmed) keys.onZrtp(datagram);
    return true;
  }

  /** On its own port the control frames that fit; elsewhere the request that sets up a call; then all that follows. */
  function takeIax2(datagram: Datagram): boolean {
    const frame = readIax2(datagram.bytes, datagram.wireBytes);
    const hasPort = datagram.source.port === IAX2_PORT || datagram.destination.port === IAX2_PORT;
    const shows = frame?.isSure || (frame?.isControl && hasPort);
    if (!shows && iax2Pairs.size === 0) return false;
    const pair = pairOf(datagram.source, datagram.destination);
    if (shows && iax2Pairs.size < limit) iax2Pairs.add(pair);
    if (!shows && !iax2Pairs.has(pair)) return false;
    addDetails(book.note(seenAs("iax2", datagram)), frame?.details ?? []);
    return true;
  }

  /** Questions are asked from ever new ports, so all between two addresses are one sighting. */
  function takeDns(datagram: Datagram): boolean {
    const reading = dns.read(datagram.bytes);
    if (!reading) return false;
    const addresses = [datagram.source.address, datagram.destination.address].sort().join(" ");
    if (reading.details.length > 0)
      addDetails(book.note(seenAs("dns", datagram), addresses), reading.details);
    for (const name of reading.names) {
      const application = voiceAppOfHost(name);
      if (!application) continue;
      const sighting = book.note(seenAs("voice-app", datagram), `${addresses} ${application}`);
      addDetail(sighting, "application", application);
      addDetail(sighting, "server-name", name);
    }
    return true;
  }

  function takeAs(protocol: Protocol, datagram: Datagram): true {
    book.note(seenAs(protocol, datagram));
    return true;
  }

  return { byPort, byFirstByte, iax2: takeIax2, ipPacket: ipsec.ipPacket, end: dtls.end };
}

export function seenAs(protocol: Protocol, { source, destination, at, frame }: Datagram): Seen {
  return { protocol, source, destination, at, frame };
}
