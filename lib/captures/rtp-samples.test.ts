import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createMediaWatch, type MediaFound } from "./media-watch";
import { createPacketReader } from "./packet-reader";

const folder = fileURLToPath(new URL("../../../shared/samples/", import.meta.url));

/** All streams and sightings of a capture, without its signalling. */
function foundIn(path: string): MediaFound {
  const watch = createMediaWatch();
  const reader = createPacketReader(watch);
  reader.push(readFileSync(`${folder}${path}`));
  reader.end();
  return watch.end();
}

describe.skipIf(!existsSync(folder))(
  "figures agree with tshark's on real captures (skipped where they are absent)",
  () => {
    // Packets, loss, mean and largest jitter as `tshark -q -z rtp,streams` gives them.
    test.each([
      ["public/asterisk/g711a.pcap", 0xdee0_ee8f, 236, 0, 0.35, 0.829],
      ["public/asterisk/crash-27382.pcap", 0x6a1b_26d7, 274, 0, 0.077, 0.327],
      ["public/acoustic/Voip-trace.pcap", 0x42af_e59b, 1302, 0, 0.312, 3.427],
      ["public/nDPI/sip.pcap", 0x3796_cb71, 9, 0, 5.646, 7.799],
      ["public/heplify/rtp_rtcp_sip_ipv4_udp.pcap", 0xd2bd_4e3e, 548, 0, 2.517, 7.407],
    ])("%s", (path, ssrc, packets, lost, mean, largest) => {
      const stream = foundIn(path).streams.find((one) => one.ssrc === ssrc);
      expect(stream).toMatchObject({ packets, lost });
      expect(stream?.meanJitterMs).toBeCloseTo(mean, 2);
      expect(stream?.maxJitterMs).toBeCloseTo(largest, 2);
    });

    test("a stream of a dynamic type with one percent of its packets missing", () => {
      const { streams } = foundIn("public/asterisk/16_bit_48khz_60_fec_dropped.pcapng");
      expect(streams).toMatchObject([{ packets: 2971, lost: 29 }]);
    });

    test("a call over TLS with SRTP: certificate and encrypted media are seen", () => {
      const { streams, sightings } = foundIn("made/12-tls12-srtp-baresip.pcap");
      expect(streams.map(({ security }) => security)).toEqual(["srtp", "srtp"]);
      const tls = sightings.find(({ protocol }) => protocol === "tls");
      expect(tls?.details).toContainEqual({ name: "certificate-subject", value: "CN=proxy.example.test" });
    });

    test("an encrypted voice application is named, H.323 shows its numbers, a web page on the SIP port is nothing", () => {
      const applications = foundIn("public/nDPI/whatsapp_voice_and_message.pcap").sightings.filter(
        ({ protocol }) => protocol === "voice-app",
      );
      expect(new Set(applications.flatMap(({ details }) => details.map(({ value }) => value)))).toEqual(
        new Set(["whatsapp"]),
      );
      const h323 = foundIn("public/nDPI/h323.pcap").sightings.filter(({ protocol }) => protocol === "h323");
      expect(h323.flatMap(({ details }) => details)).toContainEqual({
        name: "called-number",
        value: "9246526",
      });
      expect(foundIn("public/nDPI/http_on_sip_port.pcap").sightings).toEqual([]);
    });
  },
);
