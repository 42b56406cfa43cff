import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { planFields, planFormSchema } from "@/lib/call-tracking/planner/schema";
import { emptyForm } from "@/lib/platform/form-state";
import { buildFlow } from "./build-result";
import { CaptureUploadForm } from "./capture-upload-form";
import { ComparisonForm } from "./comparison-form";
import { MarkCaptureForm } from "./mark-capture-form";
import { PlanExample } from "./plan-example";
import { PlannerForm } from "./planner-form";

const formTexts = { problem: "There is a problem", unreachable: "", errorTitle: "" };
const nothing = async () => emptyForm;
const flows = Array.from({ length: 250 }, (_, place) =>
  buildFlow({ id: `udp 192.0.2.1:${4000 + place} > 198.51.100.2:5000`, packets: 1000 + place }),
);
const parameters = { bits: 24, redundancy: 12, distance: 1, shiftMs: 3, packets: 1400 };
const watermarks = [{ id: "w", number: 1, createdAt: new Date(0), parameters }];

function comparisonForm(changed: Partial<Parameters<typeof ComparisonForm>[0]> = {}): string {
  const capture = { id: "a", fileName: "near.pcap", flows };
  return renderToStaticMarkup(
    <ComparisonForm
      first={capture}
      second={{ ...capture, id: "b" }}
      watermarks={watermarks}
      zone="UTC"
      change="/compare"
      compare={nothing}
      formTexts={formTexts}
      hidden={{ caseId: "c" }}
      {...changed}
    />,
  );
}

describe("the form of a comparison", () => {
  test("asks by the names that the action reads", () => {
    const html = comparisonForm();
    const names = new Set([...html.matchAll(/name="([^"$]+)"/g)].map(([, name]) => name));
    expect([...names].sort()).toEqual([
      "candidates",
      "caseId",
      "clockErrorSeconds",
      "falseMatches",
      "firstCaptureId",
      "firstFlow",
      "secondCaptureId",
      "watermarkId",
    ]);
  });

  test("shows the 200 likeliest of many flows, and takes the others by “all”", () => {
    const html = comparisonForm();
    expect(html.match(/name="candidates"/g)).toHaveLength(201);
    expect(html).toContain('value="all"');
    expect(html).toContain("of 250. “All” takes the others too.");
    expect(html).toContain("udp 192.0.2.1:4249 &gt;");
    expect(html).not.toContain("udp 192.0.2.1:4000 &gt;");
  });

  test("every choice has a label and a hint of its own, by ids without spaces", () => {
    const html = comparisonForm();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
    for (const [, id = ""] of html.matchAll(/<input type="(?:radio|checkbox)" id="([^"]+)"/g)) {
      expect(html).toContain(`<label for="${id}">`);
    }
  });

  test("without a first capture asks neither for its flow nor for clocks, and needs a watermark", () => {
    const html = comparisonForm({ first: undefined });
    expect(html).not.toContain('name="firstFlow"');
    expect(html).not.toContain('name="clockErrorSeconds"');
    expect(html).not.toContain("compare the timing only");
  });

  test("an error stands beside its question", () => {
    const held = { values: {}, errors: [{ field: "firstFlow", text: "Choose a flow" }] };
    expect(comparisonForm({ held })).toContain(
      '<p class="field-error" id="firstFlow-error">Choose a flow</p>',
    );
  });
});

test("the planner asks every question of its schema, with the answers that the schema would take", () => {
  const html = renderToStaticMarkup(<PlannerForm plan={nothing} formTexts={formTexts} hidden={{}} />);
  const first: Record<string, unknown> = planFormSchema.parse({});
  for (const name of planFields) {
    const isChoice = name === "question" || name === "falseMatches";
    const pattern = isChoice
      ? `name="${name}"[^>]*checked=""[^>]*value="${first[name]}"|name="${name}"[^>]*value="${first[name]}"[^>]*checked=""|checked=""[^>]*name="${name}"[^>]*value="${first[name]}"`
      : `name="${name}"[^>]*value="${first[name]}"`;
    expect(html).toMatch(new RegExp(pattern));
  }
});

test("the worked example is a call of 90 seconds over a mean delay of 140 ms, and it is enough", () => {
  const html = renderToStaticMarkup(<PlanExample />);
  expect(html).toContain(
    "A call of 90 seconds with 50 packets in a second, over a path with a mean delay of 140 ms",
  );
  expect(html).toContain("A call of 90 seconds is enough");
});

describe("marking a capture", () => {
  const props = {
    captures: [],
    packets: 1200,
    choose: nothing,
    formTexts,
    hidden: {},
    action: "/apply",
    change: "/watermark",
  };

  test("offers only flows that are long enough", () => {
    const chosen = { id: "a", fileName: "near.pcap", flows };
    const html = renderToStaticMarkup(<MarkCaptureForm {...props} chosen={chosen} />);
    expect(html.match(/type="radio"/g)).toHaveLength(50);
    expect(html).toMatch(/<form [^>]*action="\/apply"/);
    expect(html).toContain('method="post"');
  });

  test("says how many packets are needed where no flow is long enough", () => {
    const chosen = { id: "a", fileName: "near.pcap", flows: flows.slice(0, 9) };
    const html = renderToStaticMarkup(<MarkCaptureForm {...props} chosen={chosen} />);
    expect(html).toContain("No flow of this capture has 1,200 packets or more.");
    expect(html).not.toContain("<form");
  });
});

test("what went wrong with a file stands beside it and belongs to it", () => {
  const html = renderToStaticMarkup(<CaptureUploadForm action="/up" megabytes={500} fault="Choose a file" />);
  expect(html).toContain('id="file-error">Choose a file');
  expect(html).toContain('aria-describedby="file-hint file-error" aria-invalid="true"');
  expect(html).toContain("Up to 500 MB");
});
