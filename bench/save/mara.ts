import { randomBytes, randomUUID } from "node:crypto";
import { type FormFields, fillForm, unescaped } from "./html-form";
import { type Answer, Visitor } from "./visitor";

/** A case with the form that logs a call to it, read once as it stands on its page. */
export type OpenedForm = { caseId: string; path: string; form: FormFields };

/** Signs up as a person does, recovery key and all, so that the sessions and keys are real ones. */
export async function signUp(base: string): Promise<Visitor> {
  const mara = new Visitor(base);
  const credentials = { name: `Mara ${randomUUID()}`, password: randomBytes(18).toString("base64url") };
  await send(mara, "/sign-up", "password", credentials);
  const page = await mara.get("/account/recovery-key");
  const recoveryKey = unescaped(/<code[^>]*>([^<]+)<\/code>/.exec(page.text)?.[1] ?? "");
  await send(mara, "/account/recovery-key", "recoveryKey", { recoveryKey });
  return mara;
}

/** Opens a case and reads its form for a new call. */
export async function openCase(mara: Visitor, title: string): Promise<OpenedForm> {
  const values = {
    title,
    country: "GB",
    zone: "Europe/London",
    number1: "020 7946 0123",
    provider1: "Example Telecom",
  };
  const opened = await send(mara, "/cases/new", "title", values);
  const caseId = /^\/cases\/([\da-f-]{36})$/.exec(opened.location)?.[1];
  if (!caseId) throw new Error(`Opening a case led to ${opened.location}`);
  const path = `/cases/${caseId}/incidents/new`;
  return { caseId, path, form: await mara.readForm(path, "whatHappened") };
}

/** Logs one call: "saved", or where the answer led instead. Each post is a form of its own, so it has its own key. */
export async function logCall(mara: Visitor, { path, form }: OpenedForm): Promise<string> {
  const answer = await mara.post(path, fillForm(form, { ...call, formKey: randomUUID() }));
  const { pathname, search } = new URL(answer.location, "http://nowhere");
  if (answer.status === 303 && search === "?done=logged") return "saved";
  return answer.location ? `${answer.status} to ${pathname}` : `status ${answer.status}`;
}

async function send(
  mara: Visitor,
  path: string,
  fieldName: string,
  values: Record<string, string>,
): Promise<Answer> {
  const answer = await mara.post(path, fillForm(await mara.readForm(path, fieldName), values));
  if (answer.status === 303) return answer;
  throw new Error(`Posting the form of ${path} was answered with ${answer.status}`);
}

/** Every field of the form as a browser sends it, the empty ones too. */
const call = {
  whatHappened:
    "The phone rang just after I had come home. A man asked whether I was alone. I said nothing. He laughed, said my " +
    "street's name and that he would come by on Friday, and then he hung up. I looked out of the window: nobody there.",
  day: "2",
  month: "March",
  year: "2026",
  time: "22:15:30",
  zone: "Europe/London",
  precision: "exact",
  timeSource: "phone-log",
  shownNumber: "07700 900123",
  presentation: "shown",
  shownName: "",
  verifiedMark: "none",
  result: "answered",
  durationMinutes: "1",
  durationSeconds: "12",
  kinds: ["threat-injury", "abuse"],
  exactWords: "Are you alone? I will come by on Friday.",
  voice: ["man", "calm", "deep"],
  voiceNotes: "Older than forty, I think.",
  background: ["traffic", "voices"],
  backgroundNotes: "",
  whatISaid: "",
  toldToStop: "no",
  callTrace: "not-tried",
  callTraceNotes: "",
  witnesses: "",
  effect: "I did not sleep.",
};
