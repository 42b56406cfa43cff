import { expect, test } from "vitest";
import { type Ladder, layOutLadder } from "./ladder";
import { buildStory, buildStream, hostOf, type Line, START } from "./ladder-builders";
import { pageOfLadder } from "./ladder-pages";

const plainCall: Line[] = [
  { line: "A>B INVITE sdp", after: 0 },
  { line: "B>A 180 Ringing INVITE", after: 0.5 },
  { line: "B>A 200 OK INVITE sdp", after: 2 },
  { line: "A>B ACK", after: 2.1 },
  { line: "A>B BYE", after: 60 },
  { line: "B>A 200 OK BYE", after: 60.1 },
];

/** A ladder as lines of text: "1>2 INVITE (SDP)", with repeats and folds told. */
function told({ columns, rows }: Ladder): string[] {
  const name = (index: number) => columns[index]?.address ?? columns[index]?.id;
  return rows.map((row) => {
    if (row.kind === "fold") return `${row.steps} steps ${row.times} times`;
    const what = row.kind === "media" ? `${row.codec} ${row.packets} in ${row.seconds} s` : row.label;
    const again = row.kind !== "media" && row.repeats.length > 0 ? ` +${row.repeats.length}` : "";
    return `${name(row.from)}>${name(row.to)} ${what}${again}`;
  });
}

test("an answer names the request that it answers, and a session description is told", () => {
  expect(told(layOutLadder(buildStory(plainCall), []))).toEqual([
    "192.0.2.1>192.0.2.2 INVITE (SDP)",
    "192.0.2.2>192.0.2.1 180 Ringing (INVITE)",
    "192.0.2.2>192.0.2.1 200 OK (INVITE, SDP)",
    "192.0.2.1>192.0.2.2 ACK",
    "192.0.2.1>192.0.2.2 BYE",
    "192.0.2.2>192.0.2.1 200 OK (BYE)",
  ]);
});

test.each([
  ["A>B INVITE", "request"],
  ["B>A 183 Session Progress INVITE", "provisional"],
  ["B>A 202 Accepted REFER", "success"],
  ["B>A 302 Moved Temporarily INVITE", "redirect"],
  ["B>A 407 Proxy Authentication Required INVITE", "challenge"],
  ["B>A 486 Busy Here INVITE", "failure"],
  ["B>A 603 Decline INVITE", "failure"],
])("%s is drawn as a %s", (line, kind) => {
  expect(layOutLadder(buildStory([{ line }]), []).rows[0]?.kind).toBe(kind);
});

test("times count from the first message, and from the message before", () => {
  const { rows } = layOutLadder(buildStory(plainCall), []);
  const times = rows.map(
    (row) => row.kind !== "fold" && row.kind !== "media" && [row.sinceStart, row.sinceBefore],
  );
  expect(times[2]).toEqual([2_000_000, 1_500_000]);
  expect(times[4]).toEqual([60_000_000, 57_900_000]);
});

test("a log without times gives a ladder without times", () => {
  const { rows, startedAt } = layOutLadder(buildStory([{ line: "A>B INVITE" }]), []);
  expect(startedAt).toBeUndefined();
  expect(rows[0]).not.toHaveProperty("sinceStart");
});

test("a retransmission is folded into the message that it repeats", () => {
  const story = buildStory([
    { line: "A>B INVITE", after: 0 },
    { line: "A>B INVITE", after: 0.5, repeats: 1 },
    { line: "A>B INVITE", after: 1.5, repeats: 1 },
    { line: "B>A 200 OK INVITE", after: 2 },
  ]);
  const ladder = layOutLadder(story, []);
  expect(told(ladder)).toEqual(["192.0.2.1>192.0.2.2 INVITE +2", "192.0.2.2>192.0.2.1 200 OK (INVITE)"]);
  expect(ladder.messages).toBe(4);
});

test("a retransmission whose first sending the trace does not hold is shown", () => {
  const story = buildStory([{ line: "A>B BYE", after: 0, repeats: 99 }]);
  expect(told(layOutLadder(story, []))).toEqual(["192.0.2.1>192.0.2.2 BYE"]);
});

test("steps that come three times or more are shown once and counted", () => {
  const keepAlive: Line[] = Array.from({ length: 10 }, (_, round) => [
    { line: "A>B OPTIONS", after: 10 + round * 30 },
    { line: "B>A 200 OK OPTIONS", after: 10.1 + round * 30 },
  ]).flat();
  const ladder = layOutLadder(
    buildStory([...plainCall.slice(0, 4), ...keepAlive, ...plainCall.slice(4)]),
    [],
  );
  expect(told(ladder).slice(4, 8)).toEqual([
    "192.0.2.1>192.0.2.2 OPTIONS",
    "192.0.2.2>192.0.2.1 200 OK (OPTIONS)",
    "2 steps 9 times",
    "192.0.2.1>192.0.2.2 BYE",
  ]);
  const fold = ladder.rows[6];
  expect(fold?.kind === "fold" && fold.messages).toHaveLength(18);
  expect(fold?.kind === "fold" && fold.untilSinceStart).toBe(280_100_000);
});

test("steps that come twice are shown twice", () => {
  const twice = [...plainCall.slice(4), ...plainCall.slice(4)];
  expect(layOutLadder(buildStory(twice), []).rows).toHaveLength(4);
});

test("a step that differs by its findings is no repetition", () => {
  const options = { line: "A>B OPTIONS" };
  const odd = { line: "A>B OPTIONS", headers: ["no colon here"] };
  expect(layOutLadder(buildStory([options, options, odd, options, options]), []).rows).toHaveLength(5);
});

test("places stand in the order in which the call reached them, the caller first", () => {
  const story = buildStory([
    { line: "C>B REGISTER", after: 0, call: 2 },
    { line: "A>B INVITE", after: 1 },
    { line: "B>C INVITE", after: 1.1 },
    { line: "B>D INVITE", after: 1.2 },
  ]);
  const addresses = layOutLadder(story, []).columns.map(({ address }) => address);
  expect(addresses).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"]);
});

test("a caller whose first message was seen late still stands before the proxy that it called", () => {
  const story = buildStory([
    { line: "B>C INVITE", after: 0 },
    { line: "A>B INVITE", after: 0.1 },
  ]);
  const addresses = layOutLadder(story, []).columns.map(({ address }) => address);
  expect(addresses).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.3"]);
});

test("one address that plays two parts has two columns", () => {
  const story = buildStory([{ line: "A>A INVITE", after: 0 }], {
    hosts: [
      hostOf("A", { id: "192.0.2.1:5060", ports: [5060] }),
      hostOf("A", { id: "192.0.2.1:5070", ports: [5070] }),
    ],
  });
  const [message] = story.messages;
  if (message?.seen.destination) message.seen.destination.port = 5070;
  const { columns, rows } = layOutLadder(story, []);
  expect(columns).toHaveLength(2);
  expect(rows[0]).toMatchObject({ from: 0, to: 1 });
});

test("a log that tells no addresses still tells which side spoke", () => {
  const story = buildStory([
    { line: "A>B INVITE", isPlaceless: true },
    { line: "B>A 200 OK INVITE", isPlaceless: true },
    { line: "A>B ACK", isPlaceless: true },
  ]);
  const { columns, rows } = layOutLadder(story, []);
  expect(columns.map(({ kind, role }) => [kind, role])).toEqual([
    ["side", "caller"],
    ["side", "called"],
  ]);
  expect(rows.map((row) => row.kind !== "fold" && [row.from, row.to])).toEqual([
    [0, 1],
    [1, 0],
    [0, 1],
  ]);
});

test("sound stands where it began, between the hosts that had announced it", () => {
  const story = buildStory(plainCall, {
    media: [
      {
        kind: "audio",
        announced: [
          { host: "192.0.2.1", address: "198.51.100.1", port: 6000, message: 1 },
          { host: "192.0.2.2", address: "192.0.2.2", port: 7000, message: 3 },
        ],
        streams: [0],
        direction: "one",
        unannounced: [],
      },
    ],
  });
  const at = START + 2_200_000;
  const stream = buildStream("198.51.100.1:6000", "192.0.2.2:7000", {
    startedAt: at,
    endedAt: at + 5_000_000,
  });
  expect(told(layOutLadder(story, [stream]))[4]).toBe("192.0.2.1>192.0.2.2 PCMA 250 in 5 s");
});

test("sound from a place that nobody had named gets a column of its own", () => {
  const { columns } = layOutLadder(buildStory(plainCall), [
    buildStream("203.0.113.9:4000", "192.0.2.2:7000"),
  ]);
  expect(columns.at(-1)).toMatchObject({ kind: "media", address: "203.0.113.9" });
});

test("streams of one direction and codec are one row", () => {
  const streams = [1, 2].map((ssrc) => buildStream("192.0.2.1:6000", "192.0.2.2:7000", { ssrc, lost: 3 }));
  const media = layOutLadder(buildStory(plainCall), streams).rows.find(({ kind }) => kind === "media");
  expect(media).toMatchObject({ packets: 500, seconds: 10, lost: 6, streams: [0, 1] });
});

test("findings are counted on their arrow, the heaviest first", () => {
  const story = buildStory([{ line: "A>B INVITE", headers: ["no colon here"] }]);
  story.findings.push(
    { code: "METHOD_UNKNOWN", weight: "note", range: { start: 0, end: 0 }, message: 1 },
    { code: "METHOD_UNKNOWN", weight: "note", range: { start: 0, end: 0 } },
  );
  const [row] = layOutLadder(story, []).rows;
  expect(row).toMatchObject({
    marks: [
      { weight: "broken", count: 1 },
      { weight: "note", count: 1 },
    ],
  });
});

test("the way between two hosts tells its protection as the story does", () => {
  const security = [
    { from: "192.0.2.2", to: "192.0.2.1", signalling: "ipsec" as const, media: "none" as const },
  ];
  expect(layOutLadder(buildStory(plainCall, { security }), []).rows[0]).toMatchObject({ security: "ipsec" });
});

test("a long ladder is shown in pages that lose nothing", () => {
  const lines = Array.from({ length: 25 }, (_, index) => ({ line: `A>B METHOD${index}`, after: index }));
  const ladder = layOutLadder(buildStory(lines), []);
  const pages = [1, 2, 3].map((page) => pageOfLadder(ladder, page, 10));
  expect(pages.flatMap(({ rows }) => rows)).toEqual(ladder.rows);
  expect(pages.map(({ page, pages }) => [page, pages])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test.each([
  [0, 1],
  [-5, 1],
  [99, 3],
  [Number.NaN, 1],
])("page %s of three shows page %s", (asked, shown) => {
  const lines = Array.from({ length: 25 }, (_, index) => ({ line: `A>B METHOD${index}`, after: index }));
  expect(pageOfLadder(layOutLadder(buildStory(lines), []), asked, 10).page).toBe(shown);
});

test("ten thousand messages are laid out within five seconds, even on a busy machine", () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => ({
    line: `A>B M${index % 7}${index % 11}`,
    after: index,
  }));
  const story = buildStory(lines);
  const before = performance.now();
  layOutLadder(story, []);
  expect(performance.now() - before).toBeLessThan(5_000);
});
