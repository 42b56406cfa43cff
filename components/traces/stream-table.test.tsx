import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RtpStream } from "@/lib/captures/rtp-stream";
import { buildStream, START } from "@/lib/sip/ladder-builders";
import { StreamTable } from "./stream-table";

function drawn(changed: Partial<RtpStream>, unannounced: string[] = []): string {
  const stream = buildStream("192.0.2.1:6000", "192.0.2.2:7000", changed);
  return renderToStaticMarkup(<StreamTable streams={[stream]} zone="UTC" unannounced={unannounced} />);
}

test("what was lost is told as a share of what was sent, with its count", () => {
  expect(drawn({ packets: 90, lost: 10 })).toContain("10.0 % (10)");
});

test.each([
  ["double packets outnumber the missing", { packets: 90, lost: -5 }],
  ["all packets came twice", { packets: 10, duplicates: 10, lost: 0 }],
])("nothing is called lost when %s", (_why, changed) => {
  expect(drawn(changed)).toContain("0 %");
});

test("keys that were pressed stay folded, for they may be a password", () => {
  const digits = [..."1234"].map((key) => ({ at: START, key, milliseconds: 100 }));
  const [, summary = "", rest = ""] = /<summary>(.*?)<\/summary>(.*)/s.exec(drawn({ digits })) ?? [];
  expect(summary).toContain("4 keys");
  expect(summary).not.toContain("1 2 3 4");
  expect(rest).toContain("1 2 3 4");
});

test.each(["192.0.2.1", "192.0.2.1:6000"])("a source that no message had announced says so: %s", (source) => {
  expect(drawn({}, [source])).toContain("Not announced in any message");
  expect(drawn({})).not.toContain("Not announced in any message");
});

test("an IPv6 source is written so that its port can be told", () => {
  expect(drawn({ source: { address: "2001:db8::1", port: 6000 } })).toContain("[2001:db8::1]:6000");
});

test("a codec that nothing tells is shown by its payload type", () => {
  expect(drawn({ codec: undefined, payloadTypes: [97] })).toContain("payload type 97");
});
