import type { QuickResult } from "@/lib/caller-identity/quick-result";
import type { Call } from "@/lib/sip/call";
import type { CallSummary } from "@/lib/sip/call-summary";
import type { IndexLine } from "./part";

const CALLS_A_PART = 200;
const LETTERS_A_PART = 500_000;
const LINES_A_PART = 1_000;

/** What a packer hands on: whole parts, numbered from 0 within their kind. */
export type PartTaker = {
  calls(ordinal: number, calls: readonly Call[]): void;
  index(ordinal: number, lines: readonly IndexLine[]): void;
};

export type PartPacker = {
  add(call: Call, summary: CallSummary, result: QuickResult): void;
  end(): void;
};

/** Packs calls, in the order in which they come, into parts that are read and opened together. */
export function createPartPacker(take: PartTaker): PartPacker {
  let calls: Call[] = [];
  let letters = 0;
  let lines: IndexLine[] = [];
  let callParts = 0;
  let indexParts = 0;

  function sendCalls(): void {
    if (calls.length > 0) take.calls(callParts++, calls);
    [calls, letters] = [[], 0];
  }

  function sendIndex(): void {
    if (lines.length > 0) take.index(indexParts++, lines);
    lines = [];
  }

  return {
    add(call, summary, result) {
      calls.push(call);
      lines.push({ summary, result, part: callParts });
      letters += call.messages.reduce((sum, { text }) => sum + text.length, 0);
      if (calls.length >= CALLS_A_PART || letters >= LETTERS_A_PART) sendCalls();
      if (lines.length >= LINES_A_PART) sendIndex();
    },
    end() {
      sendCalls();
      sendIndex();
    },
  };
}
