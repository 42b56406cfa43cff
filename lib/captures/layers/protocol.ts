// https://www.iana.org/assignments/protocol-numbers
import type { PacketInHand } from "../packet-in-hand";
import { peelGre } from "./gre";
import type { IpTools } from "./ip-tools";
import { peelExtension, peelFragmentHeader } from "./ipv6";
import { holds, type Layer } from "./layer";

/** What an IP packet carries. "done" for a protocol that is no tunnel and has no datagrams of its own. */
export function peelProtocol(packet: PacketInHand, tools: IpTools): Layer {
  switch (packet.protocol) {
    case 17:
      return "udp";
    case 6:
      return "tcp";
    case 132:
      return "sctp";
    case 4: // IPv4 in IP (RFC 2003)
      return "ipv4";
    case 41: // IPv6 in IP (RFC 4213)
      return "ipv6";
    case 47:
      return peelGre(packet, tools.findings);
    case 97:
      return peelEtherIp(packet, tools);
    case 137: // MPLS in IP (RFC 4023)
      return "mpls";
    case 44:
      return peelFragmentHeader(packet, tools);
    case 0: // hop-by-hop options
    case 43: // routing
    case 51: // authentication
    case 60: // destination options
    case 135: // mobility
    case 139: // host identity
    case 140: // shim6
      return peelExtension(packet, tools);
    default:
      return "other";
  }
}

/** RFC 3378: two bytes before an Ethernet frame. */
function peelEtherIp(packet: PacketInHand, { findings }: IpTools): Layer {
  if (!holds(packet, 2, findings)) return "done";
  packet.start += 2;
  return "ethernet";
}
