import type { CaptureSink } from "@/lib/captures/capture-sink";
import type { MediaWatch } from "@/lib/captures/media-watch";
import type { Datagram } from "@/lib/captures/packet";
import { latin1 } from "./latin1";
import { findSip } from "./recognise";
import { createStreamFraming } from "./stream-framing";
import type { TraceMessage } from "./trace-message";

export type SipFinder = {
  sink: CaptureSink;
  /** Hands out what is still waited for; gives how many pieces of SIP streams belonged to no message. */
  end(): number;
};

/** Tells the SIP messages of a capture, still without their numbers, from the rest, which goes to the media watch. */
export function createSipFinder(onMessage: (seen: TraceMessage) => void, media: MediaWatch): SipFinder {
  const framing = createStreamFraming(({ flow: { source, destination }, at, frame, offset, text, isCut }) =>
    onMessage({
      number: 0,
      at,
      transport: "tcp",
      source,
      destination,
      frame,
      offset,
      text,
      isCut: isCut || undefined,
    }),
  );
  const sink: CaptureSink = {
    datagram(datagram) {
      const seen = sipIn(datagram);
      if (seen) onMessage(seen);
      else media.datagram(datagram);
    },
    streamBytes(piece) {
      if (!framing.push(piece)) media.streamBytes(piece);
    },
    streamGap(flow, at) {
      framing.gap(flow);
      media.streamGap(flow, at);
    },
    streamEnd(flow, at) {
      framing.end(flow);
      media.streamEnd(flow, at);
    },
    ipPacket: (packet) => media.ipPacket(packet),
  };
  return {
    sink,
    end() {
      framing.finish();
      return framing.unreadable;
    },
  };
}

const VERSION = Buffer.from("SIP/2.0", "latin1");

function sipIn(datagram: Datagram): TraceMessage | undefined {
  const { bytes, offset, wireBytes } = datagram;
  // Sound (RFC 3550 section 5.1: version 2) is told from letters by its first byte.
  if (!isLetter(bytes[0] ?? 0) && !holdsVersion(bytes)) return undefined;
  const whole = latin1(bytes);
  const start = findSip(whole);
  if (start < 0) return undefined;
  const { transport, source, destination, at, frame } = datagram;
  return {
    number: 0,
    at,
    transport,
    source,
    destination,
    frame,
    offset: offset === undefined ? undefined : offset + start,
    text: start === 0 ? whole : whole.slice(start),
    isCut: wireBytes > bytes.length || undefined,
  };
}

function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x7a;
}

function holdsVersion(bytes: Uint8Array): boolean {
  return Buffer.prototype.indexOf.call(bytes, VERSION) >= 0;
}
