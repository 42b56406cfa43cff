import { checkAddress } from "./check-address";
import { paramValue } from "./header-params";
import type { Range } from "./range";
import type { Report } from "./report";

/** One value of Contact; "*" is looked at with the whole message (RFC 3261 section 20.10). */
export function checkContact(text: string, value: Range, report: Report): void {
  if (text.slice(value.start, value.end) === "*") return;
  const { params } = checkAddress(text, value, report);
  const expires = params.find(({ name }) => name === "expires");
  if (expires?.valueRange && Number(expires.value) > 2 ** 32 - 1)
    report("SCALAR_OVERFLOW", expires.valueRange);
  const q = paramValue(params, "q");
  if (q !== undefined && !/^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q)) {
    report("PARAMETER_MALFORMED", params.find(({ name }) => name === "q")?.range ?? value);
  }
}
