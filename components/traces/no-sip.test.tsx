import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Protocol } from "@/lib/captures/sighting";
import { NoSip } from "./no-sip";

test.each<[string, Protocol[], string]>([
  ["nothing else", [], "says nothing about who called"],
  ["encrypted connections", ["tls", "srtp"], "holds encrypted connections"],
  ["calls of another kind, though encrypted ones too", ["tls", "h323"], "calls of another kind"],
])("a file without SIP that holds %s says so", (_what, seen, words) => {
  expect(renderToStaticMarkup(<NoSip seen={seen} />)).toContain(words);
});
