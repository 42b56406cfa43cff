import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { formatMoment } from "@/lib/platform/moment";
import type { Block, Fact } from "@/lib/platform/pdf/description";
import { texts } from "@/lib/platform/texts";
import type { ComparedFile } from "../../comparison/comparison-result";
import type { AnnexMaterial, Placing } from "../annex-material";
import { oneDecimal } from "../number-words";
import { sectionHeading } from "./heading";

/** Files with their hashes, flows with their ids, the watermark by its fingerprint, and when. */
export function* inputBlocks(material: AnnexMaterial, placing: Placing): Generator<Block> {
  const words = texts("tracking.annex.inputs");
  const { result, fileNames, resultSha256 } = material;
  yield sectionHeading(words("heading"), placing);
  yield {
    kind: "facts",
    pairs: [
      ...(result.first
        ? fileFacts(words("first"), fileNames.first, result.first.file)
        : [{ name: words("first"), text: words("noFirst") }]),
      ...(result.first ? flowFacts(result.first.flow) : []),
      ...fileFacts(words("second"), fileNames.second, result.second.file),
      watermarkFact(material),
      madeFact(material),
      ...(resultSha256 ? [{ name: words("result"), text: resultSha256, mono: true }] : []),
    ],
  };
}

/** The name on one line: a name of several could bring a false hash along. */
function fileFacts(role: string, name: string | undefined, { sha256, findings }: ComparedFile): Fact[] {
  const words = texts("tracking.annex.inputs");
  const seen = findings.map(seenText).join("\n");
  return [
    { name: role, text: name?.replace(/\s+/g, " ").trim() || words("unnamed") },
    { name: "SHA-256", text: sha256, mono: true },
    ...(seen ? [{ name: words("fileFindings"), text: seen }] : []),
  ];
}

/** What was seen in a capture, in words where there are words. */
function seenText(code: string): string {
  const words = texts("traces.captureFindings") as unknown as {
    (code: string): string;
    has: (code: string) => boolean;
  };
  return words.has(code) ? words(code) : code;
}

function flowFacts(flow: FlowSummary): Fact[] {
  const words = texts("tracking.annex.inputs");
  const seconds = oneDecimal((flow.lastAt - flow.firstAt) / 1e6);
  const from = new Date(Math.floor(flow.firstAt / 1_000)).toISOString();
  return [
    { name: words("flow"), text: flow.id, mono: true },
    { name: words("packets"), text: words("packetsText", { packets: flow.packets, seconds, from }) },
  ];
}

function watermarkFact({ result }: AnnexMaterial): Fact {
  const words = texts("tracking.annex.inputs");
  if (!result.watermark) return { name: words("watermark"), text: words("noWatermark") };
  return { name: words("fingerprint"), text: result.watermark.fingerprint, mono: true };
}

function madeFact({ comparedAt, zone }: AnnexMaterial): Fact {
  const utc = `${comparedAt.toISOString().slice(0, 19)}Z`;
  const text = `${formatMoment(comparedAt, zone)}, ${zone}\n${utc}`;
  return { name: texts("tracking.annex.inputs")("made"), text };
}
