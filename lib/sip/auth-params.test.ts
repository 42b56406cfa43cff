import { expect, test } from "vitest";
import { readAuth } from "./auth-params";
import { paramValue } from "./header-params";

test("a challenge gives its scheme and parameters, with commas and quotes inside quotes kept", () => {
  const { scheme, params } = readAuth(
    'Digest realm="a, \\"b\\"",\r\n nonce="84a4==", algorithm=SHA-256, qop="auth,auth-int", stale=FALSE',
  );
  expect(scheme).toBe("Digest");
  expect(paramValue(params, "realm")).toBe('a, "b"');
  expect(paramValue(params, "nonce")).toBe("84a4==");
  expect(paramValue(params, "algorithm")).toBe("SHA-256");
  expect(paramValue(params, "qop")).toBe("auth,auth-int");
  expect(paramValue(params, "stale")).toBe("FALSE");
});

test.each([
  ["Basic", "Basic"],
  ["Bearer abc", "Bearer"],
  ['realm="x"', ""],
  ["", ""],
])("the scheme of %j is %j", (text, scheme) => {
  expect(readAuth(text).scheme).toBe(scheme);
});
