// Every reader of signalling, on spoiled bytes. What is run depends on a number alone, so a failure can be run again.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Call } from "./call";
import { bodyParts } from "./multipart";
import { readNameAddr } from "./name-addr";
import { readSipMessage } from "./read-message";
import { b2buaCall } from "./scenario/b2bua-call";
import { callScenario } from "./scenario/call-scenario";
import { digestCall } from "./scenario/digest-call";
import { forgedCall } from "./scenario/forged-call";
import { forkedCall } from "./scenario/forked-call";
import { gatewayCall } from "./scenario/gateway-call";
import { ipv6Called, ipv6Caller } from "./scenario/ipv6-cast";
import { redirectedCall } from "./scenario/redirected-call";
import { scenarioCapture } from "./scenario/scenario-capture";
import { shakenCall } from "./scenario/shaken-call";
import { attendedTransfer, blindTransfer } from "./scenario/transferred-call";
import { readSdp } from "./sdp";
import { tellCall } from "./story/tell-call";
import { below, mutated, pick } from "./test-mutations";
import { seededRandom } from "./test-random";
import { createTraceReader } from "./trace-reader";
import { readUri } from "./uri";
import { readVia } from "./via";

export type Seeds = { messages: Buffer[]; traces: Buffer[] };

/** Scenarios of every kind, as single messages, captures and text logs. */
export function ownSeeds(): Seeds {
  const scenes = [
    callScenario({ hasEarlyMedia: true }),
    forgedCall(),
    redirectedCall(),
    digestCall(),
    forkedCall(),
    blindTransfer(),
    attendedTransfer(),
    b2buaCall({ mark: "charging-vector" }),
    gatewayCall(),
    shakenCall({ passport: "e30.e30.c2ln" }),
    callScenario({ caller: ipv6Caller, called: ipv6Called }),
  ];
  const streams = [callScenario({ transport: "tcp" }), callScenario({ transport: "ws" })];
  const heard = callScenario({ hasSound: true, talkSeconds: 1, digits: "5" });
  const captures = [...scenes, ...streams, heard].map((scene) => scenarioCapture(scene));
  const logs = scenes
    .slice(0, 4)
    .map((scene) =>
      scene.map(
        ({ source, text }) =>
          `2026-03-03 21:14:05 received from UDP:${source.address}:${source.port}\n${text}\n`,
      ),
    );
  return {
    messages: scenes.flatMap((scene) => scene.map(({ text }) => Buffer.from(text, "latin1"))),
    traces: [
      ...captures.map((capture) => Buffer.from(capture)),
      Buffer.from(scenarioCapture(callScenario({ transport: "tcp" }), { segmentBytes: 90 })),
      ...logs.map((log) => Buffer.from(log.join(""), "latin1")),
    ],
  };
}

const LARGEST_SEED = 20_000;

/** The small captures and single messages of a folder of samples; none when it is not there. */
export function sampleSeeds(folder: string): Seeds {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(pcap|pcapng|dat)$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).size <= LARGEST_SEED)
    .sort();
  const bytesOf = (ending: RegExp) =>
    files.filter((path) => ending.test(path)).map((path) => readFileSync(path));
  return { messages: bytesOf(/\.dat$/), traces: bytesOf(/\.pcap(ng)?$/) };
}

/** Runs the readers on mutation `number`; throws when one of them does. */
export function fuzz(seeds: Seeds, number: number, onCall: (call: Call) => void = () => {}): void {
  const random = seededRandom(number);
  if (random() < 0.08) fuzzTrace(mutated(pick(seeds.traces, random), random), { random, onCall });
  else fuzzMessage(mutated(pick(seeds.messages, random), random).toString("latin1"), random);
}

type Watch = { random: () => number; onCall: (call: Call) => void };

function fuzzTrace(bytes: Buffer, { random, onCall }: Watch): void {
  const calls: Call[] = [];
  const reader = createTraceReader({
    onCall(call) {
      calls.push(call);
      onCall(call);
    },
  });
  const middle = below(random, bytes.length + 1);
  reader.push(bytes.subarray(0, middle));
  reader.push(bytes.subarray(middle));
  reader.end();
  for (const call of calls)
    tellCall(
      call,
      calls.filter((other) => other !== call),
    );
}

function fuzzMessage(text: string, random: () => number): void {
  const message = readSipMessage(text, { isCut: random() < 0.2, isStream: random() < 0.2 });
  for (const { range, value } of message.headers.slice(0, 40)) {
    if (range.start > value.start || range.end < value.end)
      throw new Error("a value lies outside its header");
    readNameAddr(text, value);
    readVia(text, value);
    readUri(text, value);
  }
  readSdp(text, message.body);
  bodyParts(message);
  for (const { range } of message.findings) {
    if (!(range.start >= 0 && range.end <= text.length && range.start <= range.end)) {
      throw new Error("a finding lies outside the message");
    }
  }
}
