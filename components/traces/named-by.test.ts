import { expect, test } from "vitest";
import { namedBy } from "./named-by";

test.each([
  ["its number", { number: "+12025550123", value: "<sip:a@example.com>" }, "+12025550123"],
  ["its address", { value: '"Mara" <sip:mara@example.com>;tag=1' }, "sip:mara@example.com"],
  [
    "what stands in a name is no address",
    { value: '"<script>; \\"x" <sip:mara@example.com>' },
    "sip:mara@example.com",
  ],
  [
    "a parameter is no address",
    { value: "e30.e30.sig;info=<https://example.com/a>" },
    "e30.e30.sig;info=<https://example.com/a>",
  ],
  ["a value without an address", { value: "anonymous" }, "anonymous"],
])("a statement names %s", (_rule, identity, named) => {
  expect(namedBy(identity)).toBe(named);
});
