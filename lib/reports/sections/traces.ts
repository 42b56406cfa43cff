import type { AssertedIdentity, PassportReport } from "@/lib/caller-identity/verdict";
import type { Block, Fact } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { CallStory, ReadMessage } from "@/lib/sip/call-story";
import { labelOf } from "@/lib/sip/ladder-label";
import type { MatchedCall } from "@/lib/traces/queries";
import { instantWords } from "../instant-words";
import type { MarkedCall, ReportMaterial } from "../report";
import { reportWords } from "../wording";
import { leadOfTrace } from "./trace-lead";

/** The most messages of one call that are printed; the trace holds them all. */
const MESSAGES_PRINTED = 200;

/** What the network traces say of single calls: an annex for whoever can read signalling. */
export function* traceBlocks(calls: readonly MarkedCall[], { traces }: ReportMaterial): Generator<Block> {
  if (traces.length === 0) return;
  const markOf = new Map(calls.map(({ mark, incident }) => [incident.id, mark]));
  yield { kind: "page-break" };
  yield { kind: "heading", level: 2, text: reportWords.traces.heading };
  yield { kind: "paragraph", style: "small", text: reportWords.traces.intro };
  for (const matched of traces) {
    const mark = markOf.get(matched.incidentId);
    if (mark) yield* matchedBlocks(mark, matched);
  }
}

function* matchedBlocks(mark: string, matched: MatchedCall): Generator<Block> {
  const { verdict, story, file } = matched;
  const words = reportWords.traces;
  yield { kind: "heading", level: 3, text: words.call(mark, matched.call.number, file.name) };
  yield { kind: "paragraph", text: leadOfTrace(verdict) };
  yield { kind: "facts", pairs: [...verdictFacts(matched), ...storyFacts(matched)] };
  if (verdict.contradictions.length > 0) {
    const say = texts("traces.contradictions");
    yield { kind: "paragraph", style: "label", text: words.contradictions };
    yield {
      kind: "list",
      items: verdict.contradictions.map(({ code, values }) =>
        [say(code), values.join(" / ")].join(" ").trim(),
      ),
    };
    const spoofing = texts("traces.verdict");
    yield { kind: "paragraph", text: spoofing(verdict.isSpoofingIndicated ? "spoofed" : "cannotTell") };
  }
  yield { kind: "paragraph", style: "label", text: words.identities };
  yield identityTable(matched);
  for (const passport of verdict.passports) yield* passportBlocks(passport);
  yield* answerBlocks(matched);
  yield* soundBlocks(matched);
  yield { kind: "paragraph", style: "label", text: words.messages };
  yield messageTable(story.messages.slice(0, MESSAGES_PRINTED));
  const left = story.messages.length - MESSAGES_PRINTED;
  if (left > 0) yield { kind: "paragraph", style: "small", text: words.moreMessages(left) };
}

function verdictFacts({ verdict, file }: MatchedCall): Fact[] {
  const words = reportWords.traces;
  const claimed = [verdict.claimedName, verdict.claimed].filter(Boolean).join(", ");
  return [
    { name: words.result, text: texts("traces.results")(verdict.result) },
    { name: words.claimed, text: claimed || words.nothingClaimed },
    { name: words.file, text: `${file.name}\n${file.sha256}`, mono: true },
  ];
}

function storyFacts({ story }: MatchedCall): Fact[] {
  const words = reportWords.traces;
  const time = (name: string, at: number | undefined): Fact[] =>
    at === undefined ? [] : [{ name, text: instantWords(dateOf(at)) }];
  return [
    { name: words.state, text: texts("traces.states")(story.state) },
    ...time(words.started, story.startedAt),
    ...time(words.answered, story.answeredAt),
    ...time(words.ended, story.endedAt),
    ...shapeFacts(story),
  ];
}

function shapeFacts({ shapes, parties }: CallStory): Fact[] {
  const words = reportWords.traces;
  const [kinds, roles] = [texts("traces.shapeKinds"), texts("traces.partyRoles")];
  const led = [...new Set(shapes.map(({ kind }) => kinds(kind)))];
  const named = parties.map(({ role, uri }) => `${roles(role)}: ${uri}`);
  return [
    ...(led.length > 0 ? [{ name: words.led, text: led.join("\n") }] : []),
    ...(named.length > 0 ? [{ name: words.parties, text: named.join("\n") }] : []),
  ];
}

/** Sound of the call in each direction. */
function* soundBlocks({ call, legs }: MatchedCall): Generator<Block> {
  const streams = [call, ...legs].flatMap((one) => one.streams);
  if (streams.length === 0) return;
  const { from, to, codec, packets, lost, seconds } = reportWords.traces.soundColumns;
  yield { kind: "paragraph", style: "label", text: reportWords.traces.sound };
  yield {
    kind: "table",
    columns: [
      { title: from, share: 5 },
      { title: to, share: 5 },
      { title: codec, share: 3 },
      { title: seconds, share: 2, align: "right" },
      { title: packets, share: 2, align: "right" },
      { title: lost, share: 2, align: "right" },
    ],
    rows: streams.map((stream) => [
      `${stream.source.address} ${stream.source.port}`,
      `${stream.destination.address} ${stream.destination.port}`,
      stream.codec ?? "",
      ((stream.endedAt - stream.startedAt) / 1_000_000).toFixed(1),
      String(stream.packets),
      String(Math.max(0, stream.lost)),
    ]),
  };
}

function identityTable({ verdict }: MatchedCall): Block {
  const { source, value, who, trust, message } = reportWords.traces.identityColumns;
  const [sources, asserters, trusts] = [
    texts("traces.identitySources"),
    texts("traces.asserters"),
    texts("traces.trust"),
  ];
  return {
    kind: "table",
    columns: [
      { title: source, share: 5 },
      { title: value, share: 11, mono: true },
      { title: who, share: 6 },
      { title: trust, share: 5 },
      { title: message, share: 3, align: "right" },
    ],
    rows: verdict.identities.map((identity) => [
      sources(identity.source),
      writtenIn(identity),
      [asserters(identity.asserter), identity.by].filter(Boolean).join("\n"),
      trusts(identity.trust),
      String(identity.message),
    ]),
  };
}

/** The value, and the name that is shown for it where the value holds it in another form. */
function writtenIn({ displayName, value }: AssertedIdentity): string {
  return displayName && !value.includes(displayName) ? `${displayName}\n${value}` : value;
}

function* passportBlocks({ message, result, checks }: PassportReport): Generator<Block> {
  const { step, outcome, why } = reportWords.traces.stepColumns;
  const [steps, outcomes] = [texts("traces.passportSteps"), texts("traces.passportOutcomes")];
  const reasons = texts("traces.passportReasons") as (
    code: string,
    values?: Record<string, string>,
  ) => string;
  const told = texts("traces.passportResults")(result);
  yield { kind: "paragraph", style: "label", text: reportWords.traces.signature(message, told) };
  yield {
    kind: "table",
    columns: [
      { title: step, share: 4 },
      { title: outcome, share: 3 },
      { title: why, share: 8 },
    ],
    rows: checks.map((check) => [
      steps(check.step),
      outcomes(check.outcome),
      reasons(check.reason, check.values),
    ]),
  };
}

function* answerBlocks({ verdict }: MatchedCall): Generator<Block> {
  const names = texts("traces.answerFacts");
  const reasons = texts("traces.answerReasons");
  for (const { operator, because, facts } of verdict.whoCanAnswer) {
    yield { kind: "paragraph", style: "label", text: reportWords.traces.ask(operator, reasons(because)) };
    yield { kind: "facts", pairs: facts.map(({ name, value }) => ({ name: names(name), text: value })) };
  }
}

function messageTable(messages: readonly ReadMessage[]): Block {
  const { number, time, from, to, what } = reportWords.traces.messageColumns;
  const place = (end: ReadMessage["seen"]["source"]) => (end ? `${end.address} ${end.port}` : "");
  return {
    kind: "table",
    columns: [
      { title: number, share: 2, align: "right" },
      { title: time, share: 6 },
      { title: from, share: 5 },
      { title: to, share: 5 },
      { title: what, share: 6 },
    ],
    rows: messages.map(({ number, seen, read }) => [
      String(number),
      seen.at === undefined ? "" : dateOf(seen.at).toISOString(),
      place(seen.source),
      place(seen.destination),
      labelOf(read),
    ]),
  };
}

/** The instant of a microsecond count, to the millisecond. */
function dateOf(microseconds: number): Date {
  return new Date(Math.floor(microseconds / 1_000));
}
