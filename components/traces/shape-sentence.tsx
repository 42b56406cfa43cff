import type { ReactNode } from "react";
import { texts } from "@/lib/platform/texts";
import type { Shape } from "@/lib/sip/call-story";
import { codeWords } from "./code-words";
import { Written } from "./written";

type Of<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;

/** A shape in plain words; what it names stays as the trace wrote it. */
export function sentenceOf(shape: Shape): ReactNode {
  const words = texts("traces.shapes");
  switch (shape.kind) {
    case "redirect":
      return redirectSentence(shape);
    case "proxy":
      return words.rich(shape.isOutbound ? "proxyOutbound" : "proxy", { hosts: list(shape.hosts) });
    case "forking":
      return forkingSentence(shape);
    case "transfer":
      return transferSentence(shape);
    case "b2bua":
      return b2buaSentence(shape);
    case "third-party-control":
      return words.rich("third-party-control", {
        controller: written(shape.controller),
        sides: list(shape.sides),
      });
    case "registration":
      return registrationSentence(shape);
    case "forwarding":
      return words.rich(shape.reason ? "forwardingReason" : "forwarding", {
        header: shape.header,
        from: list(shape.from),
        to: written(shape.to),
        reason: written(shape.reason ?? ""),
      });
    case "gateway":
      return words.rich("gateway", {
        host: place(shape.host),
        hints: list(shape.hints.map((hint) => codeWords("traces.gatewayHints", hint))),
      });
    case "scanner":
      // A sign is a code, or the name of a program.
      return words.rich("scanner", {
        host: written(shape.host),
        signs: list(shape.signs.map((sign) => codeWords("traces.scannerSigns", sign))),
      });
    case "digest":
      return digestSentence(shape);
  }
}

function redirectSentence(shape: Of<"redirect">): ReactNode {
  const words = texts("traces.shapes");
  const { server, status, from, targets, called = [] } = shape;
  return (
    <>
      {words.rich("redirect", { server: place(server), status, from: written(from), targets: list(targets) })}{" "}
      {called.length > 0 && words.rich("redirectCalled", { called: list(called) })}
    </>
  );
}

function b2buaSentence(shape: Of<"b2bua">): ReactNode {
  const words = texts("traces.shapes");
  const { host, incoming, outgoing, caller, middleman, called } = shape;
  const score = Math.round(shape.score * 100);
  const evidence = shape.evidence.map((code) => codeWords("traces.legEvidence", code)).join(", ");
  const sides = caller !== undefined && middleman !== undefined && called !== undefined;
  return (
    <>
      {words.rich("b2bua", { host: place(host), incoming, outgoing, score, evidence })}{" "}
      {sides &&
        words.rich("b2buaSides", {
          caller: written(caller),
          middleman: written(middleman),
          called: written(called),
        })}
    </>
  );
}

function forkingSentence({ at, branches }: Of<"forking">): ReactNode {
  const words = texts("traces.shapes");
  const branch = ({ uri, status, isPicked, isCancelled }: (typeof branches)[number]) => {
    if (isPicked) return words.rich("branchPicked", { uri: written(uri) });
    if (isCancelled) return words.rich("branchGivenUp", { uri: written(uri) });
    if (status === undefined) return words.rich("branchSilent", { uri: written(uri) });
    return words.rich("branchRefused", { uri: written(uri), status });
  };
  return words.rich("forking", {
    at: place(at),
    branches: () => (
      <>
        {branches.map((one, index) => (
          <span key={one.uri + (one.host ?? "")}>
            {index > 0 && "; "}
            {branch(one)}
          </span>
        ))}
      </>
    ),
  });
}

function transferSentence(shape: Of<"transfer">): ReactNode {
  const parts = {
    transferrer: written(shape.transferrer),
    transferee: written(shape.transferee),
    target: written(shape.target),
  };
  return (
    <>
      {texts("traces.shapes").rich(shape.isAttended ? "transferAttended" : "transferBlind", parts)}{" "}
      {texts("traces.transferOutcomes")(shape.outcome)}{" "}
      {(shape.connections ?? []).map(({ from, to, call }) => (
        <span key={`${from} ${to} ${call}`}>
          {texts("traces.shapes").rich("connection", { from: written(from), to: written(to), call })}{" "}
        </span>
      ))}
    </>
  );
}

function registrationSentence(shape: Of<"registration">): ReactNode {
  return (
    <>
      {texts("traces.shapes").rich("registration", {
        registrar: written(shape.registrar),
        address: written(shape.address),
        contacts: shape.contacts.length > 0 ? list(shape.contacts) : () => texts("traces.shapes")("nowhere"),
      })}{" "}
      {texts("traces.registrationOutcomes")(shape.outcome)}
    </>
  );
}

function digestSentence(shape: Of<"digest">): ReactNode {
  return (
    <>
      {texts("traces.shapes").rich(shape.username ? "digestUser" : "digest", {
        host: written(shape.host),
        algorithm: written(shape.algorithm),
        username: written(shape.username ?? ""),
      })}{" "}
      {texts("traces.digestOutcomes")(shape.outcome)}
    </>
  );
}

function place(host: string | undefined): () => ReactNode {
  return () => (host ? <Written text={host} /> : texts("traces.shapes")("somewhere"));
}

function written(text: string): () => ReactNode {
  return () => <Written text={text} />;
}

function list(items: readonly string[]): () => ReactNode {
  return () => (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand twice, and the list is drawn once
        <span key={index}>
          {index > 0 && ", "}
          <Written text={item} />
        </span>
      ))}
    </>
  );
}
