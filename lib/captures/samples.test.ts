import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toldOf } from "./test-packets";

const folder = "../shared/samples";

/** By another reader's count: packets, UDP datagrams, SCTP messages, bytes of TCP streams. */
const counts: [file: string, packets: number, udp: number, sctp: number, tcpBytes: number][] = [
  ["made/10-blind-transfer.pcap", 18, 18, 0, 0],
  ["made/12-tls12-srtp-baresip.pcap", 631, 607, 0, 5_766],
  ["public/acoustic/Voip-trace.pcap", 4_447, 3_154, 0, 366_783],
  ["public/asterisk/16_bit_48khz_60_fec_dropped.pcapng", 2_971, 2_971, 0, 0],
  ["public/heplify/ipip0.pcap", 8, 8, 0, 0],
  ["public/heplify/ipv6_udp_fragmented.pcap", 6, 3, 0, 0],
  ["public/heplify/sip_sctp.pcap", 5, 0, 4, 0],
  ["public/nDPI/gre.pcapng", 1, 1, 0, 0],
  ["public/sngrep/ipip.pcap", 4, 0, 0, 2_749],
  ["public/sngrep/ipv6frag.pcap", 34, 32, 0, 0],
  ["public/suricata-verify/sip-body-large_sip-body-large.pcap", 16, 0, 0, 66_000],
];

test.skipIf(!existsSync(folder)).each(counts)(
  "%s holds what others count in it (skipped where the samples are absent)",
  (file, packets, udp, sctp, tcpBytes) => {
    const told = toldOf(readFileSync(`${folder}/${file}`));
    const countOf = (transport: string) => told.datagrams.filter((one) => one.transport === transport).length;
    const streamBytes = told.pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect([told.packets, countOf("udp"), countOf("sctp"), streamBytes]).toEqual([
      packets,
      udp,
      sctp,
      tcpBytes,
    ]);
  },
);
