import type { Shape } from "../call-story";
import { firstValue } from "../header-values";
import { replacedCallId } from "../leg-watch";
import { bodyParts } from "../multipart";
import { type Address, addressOf, isSameAddress, requestAddress } from "../story/address";
import type { Line } from "../story/line";
import { beginnings, numbersOf, type Scene } from "../story/scene";
import type { Transaction } from "../transaction";

type Transfer = Extract<Shape, { kind: "transfer" }>;
type Connection = NonNullable<Transfer["connections"]>[number];
type Asking = Transaction & { request: Line };

/** RFC 5589: one side of a call sends the other on to somebody else, blindly or after having asked them. */
export function transferShapes(scene: Scene): Shape[] {
  const refers = scene.transactions.filter(
    (one): one is Asking => one.method === "REFER" && one.request !== undefined && !one.parent,
  );
  const told = refers.flatMap((refer) => byRefer(refer, scene));
  if (told.length > 0) return told;
  return beginnings(scene, "INVITE")
    .flatMap((invite) => byInvite(invite, scene))
    .slice(0, 1);
}

/** Seen where it was asked for: a REFER inside the call (RFC 3515). */
function byRefer(refer: Asking, scene: Scene): (Transfer & { messages: number[] })[] {
  const target = addressOf(refer.request.read, "Refer-To");
  const transferrer = addressOf(refer.request.read, "From");
  const transferee = addressOf(refer.request.read, "To");
  if (!target || !transferrer || !transferee) return [];
  const replaced = replacedBy(target);
  const followed = followingInvite(scene, { refer, target, replaced });
  const notices = noticesOf(scene, refer);
  return [
    {
      kind: "transfer",
      isAttended:
        replaced !== "" ||
        (followed !== undefined && firstValue(followed.request.read, "Replaces") !== undefined),
      transferrer: transferrer.uri,
      transferee: transferee.uri,
      target: withoutHeaders(target.uri),
      outcome: outcomeOf(refer, { followed, notices }),
      connections: connectionsOf(scene, { refer, followed, replaced, transferrer, transferee, target }),
      messages: numbersOf([refer.request, refer.final, ...notices, followed?.request, followed?.final]),
    },
  ];
}

function replacedBy({ parts }: Address): string {
  const replaces = parts.headers.find(({ name }) => name === "replaces")?.value;
  return replaces ? replacedCallId(replaces) : "";
}

function withoutHeaders(uri: string): string {
  return uri.split("?", 1)[0] ?? uri;
}

type Sought = { refer: Asking; target: Address; replaced: string };

/** The call to the target: it names the replaced call, or it goes where the REFER says. */
function followingInvite(scene: Scene, { refer, target, replaced }: Sought): Asking | undefined {
  return beginnings(scene, "INVITE").find(({ request }) => {
    if (request.number < refer.request.number) return false;
    const replaces = firstValue(request.read, "Replaces");
    if (replaced !== "" && replaces !== undefined) return replacedCallId(replaces) === replaced;
    const asked = requestAddress(request.read);
    return asked !== undefined && isSameAddress(asked, target);
  });
}

/** RFC 3515 section 2.4.5: who was sent on tells how it goes, by NOTIFY with a piece of SIP. */
function noticesOf({ lines }: Scene, { call, request }: Asking): Line[] {
  return lines.filter(
    (line) =>
      line.call === call &&
      line.number > request.number &&
      line.facts.isRequest &&
      line.facts.method === "NOTIFY" &&
      line.repeats === undefined &&
      fragmentStatus(line) > 0,
  );
}

function fragmentStatus({ read }: Line): number {
  for (const { contentType, range } of bodyParts(read)) {
    if (!contentType.startsWith("message/sipfrag")) continue;
    const status = /^SIP\/2\.0 (\d{3})/.exec(read.text.slice(range.start, range.end));
    if (status) return Number(status[1]);
  }
  return 0;
}

function outcomeOf(refer: Asking, found: { followed?: Asking; notices: Line[] }): Transfer["outcome"] {
  const told = Math.max(0, ...found.notices.map(fragmentStatus));
  const status = told >= 200 ? told : (found.followed?.status ?? 0);
  if (status >= 200 && status < 300) return "completed";
  if (status >= 300 || refer.status >= 300) return "failed";
  return refer.status >= 200 ? "accepted" : "unknown";
}

type Connecting = {
  refer: Asking;
  followed?: Asking;
  replaced: string;
  transferrer: Address;
  transferee: Address;
  target: Address;
};

/** Who spoke with whom, by the calls that were answered. */
function connectionsOf(scene: Scene, parties: Connecting): Connection[] {
  const [transferrer, transferee, target] = [
    parties.transferrer.uri,
    parties.transferee.uri,
    withoutHeaders(parties.target.uri),
  ];
  const asking = scene.calls.find(({ callId }) => parties.replaced !== "" && callId === parties.replaced);
  const all: (Connection | undefined)[] = [
    { from: transferrer, to: transferee, call: parties.refer.call },
    asking && { from: transferrer, to: target, call: asking.number },
    parties.followed && { from: transferee, to: target, call: parties.followed.call },
  ];
  const since = ({ call }: Connection) => scene.progress.get(call)?.answeredAt ?? 0;
  return all
    .filter((one): one is Connection => one !== undefined && isConnected(scene, one))
    .sort((one, other) => since(one) - since(other));
}

function isConnected({ progress }: Scene, { call }: Connection): boolean {
  return progress.get(call)?.isAnswered === true;
}

/** Seen from the target: a call that says who sent it, or which call it takes the place of (RFC 3891, 3892). */
function byInvite(invite: Asking, scene: Scene): (Transfer & { messages: number[] })[] {
  const { read } = invite.request;
  const sender = addressOf(read, "Referred-By");
  const from = addressOf(read, "From");
  const target = requestAddress(read);
  if (!sender || !from || !target) return [];
  const isAnswered = scene.progress.get(invite.call)?.isAnswered === true;
  return [
    {
      kind: "transfer",
      isAttended: firstValue(read, "Replaces") !== undefined,
      transferrer: sender.uri,
      transferee: from.uri,
      target: target.uri,
      outcome: isAnswered ? "completed" : invite.status >= 300 ? "failed" : "unknown",
      connections: isAnswered ? [{ from: from.uri, to: target.uri, call: invite.call }] : [],
      messages: numbersOf([invite.request, invite.final]),
    },
  ];
}
