import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Listing } from "@/lib/call-tracking/capture";
import { flowFindingCodes } from "@/lib/captures/flows/flow-finding";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { buildFlow } from "./build-result";
import { FlowTable } from "./flow-table";
import { likeliestFlows } from "./likeliest-flows";

function drawn(flows: FlowSummary[], changed: Partial<Listing> = {}): string {
  const listing = { flows, limits: [], findings: [], packets: 0, ...changed };
  return renderToStaticMarkup(<FlowTable listing={listing} zone="UTC" />);
}

test("sound comes first, then what has most packets; of equals the order of the capture stays", () => {
  const flows = [
    buildFlow({ id: "few", packets: 3 }),
    buildFlow({ id: "many", packets: 9 }),
    buildFlow({ id: "sound", packets: 1, ssrc: 7 }),
    buildFlow({ id: "many too", packets: 9 }),
  ];
  expect(likeliestFlows(flows).map(({ id }) => id)).toEqual(["sound", "many", "many too", "few"]);
  expect(likeliestFlows(flows, 2)).toHaveLength(2);
});

test("an IPv6 place is written so that its port can be told, and one without ports has none", () => {
  const flow = buildFlow({
    source: { address: "2001:db8::1", port: 4000 },
    destination: { address: "2001:db8::2", port: 0 },
  });
  const html = drawn([flow]);
  expect(html).toContain("[2001:db8::1]:4000");
  expect(html).toContain(">2001:db8::2<");
});

test("a source of sound is named by its number, and cut packets are counted", () => {
  const html = drawn([buildFlow({ ssrc: 0x1a2b, payloadType: 8, cutPackets: 3 })]);
  expect(html).toContain("Sound (RTP), source 0x00001a2b, payload type 8, 3 packets were cut by the capture");
});

test("a spacing that could not be measured is said to be so", () => {
  expect(drawn([buildFlow({ medianGapMs: undefined })])).toContain("not measured");
});

test("of more flows than are shown the number is told", () => {
  const flows = Array.from({ length: 201 }, (_, place) => buildFlow({ id: String(place) }));
  expect(drawn(flows)).toContain("The 200 flows with sound or the most packets are shown, of 201.");
});

test.each(flowFindingCodes)("what was left out is told: %s", (code) => {
  const html = drawn([], { limits: [{ code, count: 12, flow: "udp 192.0.2.1:1 > 192.0.2.2:2" }] });
  expect(html).toContain("12 ");
  expect(html).toContain("udp 192.0.2.1:1 &gt; 192.0.2.2:2");
});

test("what was noticed in the file is told", () => {
  expect(drawn([], { findings: [{ code: "FILE_CUT", count: 1 }] })).toContain(
    "ends in the middle of a packet",
  );
});
