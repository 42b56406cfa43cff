import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { PacketFlow } from "./packet-flow";
import { collectedIn, listedIn } from "./test-flows";

const folder = fileURLToPath(new URL("../../../../shared/samples/voip-pairs/", import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".pcap")) : [];

function rtpIn(name: string): PacketFlow[] {
  return collectedIn(readFileSync(`${folder}${name}`)).flows.filter(
    ({ summary }) => summary.ssrc !== undefined,
  );
}

describe.skipIf(!existsSync(folder))(
  "real calls captured at both ends (skipped where they are absent)",
  () => {
    test.each(files)("%s holds one source of RTP in each direction, or no media at all", (name) => {
      const flows = rtpIn(name);
      expect([0, 2]).toContain(flows.length);
      const [one, other] = flows.map(({ summary }) => summary);
      expect(one?.source).toEqual(other?.destination);
    });

    test.each(files)("%s is listed as it is collected", (name) => {
      const bytes = readFileSync(`${folder}${name}`);
      expect(collectedIn(bytes).flows.map(({ summary }) => summary)).toEqual(listedIn(bytes).flows);
    });

    test.each(files)(
      "%s: what plays every 20 ms has sizes that fit, though 85 bytes of a packet were kept",
      (name) => {
        for (const { summary, bytes, mediaTime, sequence } of rtpIn(name)) {
          expect(bytes.every((size) => size >= 12)).toBe(true);
          const first = { sequence: sequence?.[0] ?? 0, mediaTime: mediaTime?.[0] ?? 0 };
          const last = { sequence: sequence?.at(-1) ?? 0, mediaTime: mediaTime?.at(-1) ?? 0 };
          const ticks = (last.mediaTime - first.mediaTime) / (last.sequence - first.sequence);
          expect(ticks).toBeGreaterThanOrEqual(160);
          expect(last.sequence - first.sequence).toBeGreaterThanOrEqual(summary.packets - 1 - 20);
        }
      },
    );

    // Packets as `tshark -q -z rtp,streams` counts them.
    test.each<[name: string, packets: number[]]>([
      ["non-tor-g711-1-caller.pcap", [1364, 1350]],
      ["non-tor-speex-2-callee.pcap", [1261, 1204]],
      ["tor-opus-3-caller.pcap", [1520, 977]],
      ["tor-opus-4-callee.pcap", [363, 157]],
    ])("%s holds as many packets of RTP as another reader finds", (name, packets) => {
      expect(rtpIn(name).map(({ at }) => at.length)).toEqual(packets);
    });

    test("of most calls, caller and callee name the same two sources, with the same numbers", () => {
      const callers = files.filter((name) => name.endsWith("-caller.pcap"));
      const agreeing = callers.filter((name) => {
        const [here, there] = [name, name.replace("caller", "callee")].map((file) =>
          rtpIn(file).map(numbersOf).sort(),
        );
        return here?.length === 2 && JSON.stringify(here) === JSON.stringify(there);
      });
      expect(agreeing.length).toBeGreaterThanOrEqual(callers.length * 0.8);
    });
  },
);

function numbersOf({ summary, sequence }: PacketFlow): string {
  return `${summary.ssrc} ${sequence?.[0]}`;
}
