// Scenarios for sipp, written as steps. What stands in [brackets] in a message is filled in by sipp.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const attributes = (values) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

/** Sends a message; a request over UDP is repeated after 500 ms (RFC 3261 T1) until it is answered. */
export const send = (text, options = { retrans: 500 }) =>
  `<send${attributes(options)}><![CDATA[\n\n${text.trim()}\n\n]]></send>`;

/** Waits for a request (by its method) or a response (by its status). `actions` are sipp's own. */
export function receive(what, { actions = "", ...options } = {}) {
  const awaited = typeof what === "number" ? { response: what } : { request: what };
  const inside = actions ? `<action>${actions}</action>` : "";
  return `<recv${attributes({ ...awaited, ...options })}>${inside}</recv>`;
}

export const mayReceive = (what, options = {}) => receive(what, { optional: "true", ...options });
export const pause = (milliseconds) => `<pause milliseconds="${milliseconds}"/>`;
export const label = (id) => `<label id="${id}"/>`;

/** Keeps what the header (or, without one, the message) holds by the expression, for [$name] in later messages. */
export const keep = (name, expression, header) =>
  `<ereg regexp="${expression}" ${header ? `search_in="hdr" header="${header}"` : 'search_in="msg"'} check_it="false" assign_to="${name}"/>`;

/** Runs one sipp: `at` is its own address and port, `to` where it sends. It ends when its one call is over. */
export function sipp(stage, { name, at, to, steps, calls = 1, options = [] }) {
  const file = join(stage.folder, `${name}.xml`);
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="us-ascii"?>\n<scenario name="${name}">\n${steps.join("\n")}\n</scenario>\n`,
  );
  const [address, port] = splitPlace(at);
  const args = ["-sf", file, "-i", address, "-p", port, "-mi", address, "-mp", String(Number(port) + 400)];
  args.push(
    "-m",
    String(calls),
    "-nostdin",
    "-timeout",
    "20",
    "-timeout_error",
    "-trace_err",
    "-nd",
    ...options,
  );
  if (to) args.push(to);
  return stage.start("sipp", args, { name, environment: { TERM: "dumb" } });
}

/** "[::1]:5060" or "127.0.0.1:5060" in its two parts. */
export function splitPlace(place) {
  const end = place.lastIndexOf(":");
  return [place.slice(0, end).replace(/^\[|\]$/g, ""), place.slice(end + 1)];
}
