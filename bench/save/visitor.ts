import { Agent, request } from "node:http";
import { type FormFields, multipartOf, readForm } from "./html-form";

export type Answer = { status: number; location: string; text: string };

type Sent = { method: "GET" | "POST"; headers?: Record<string, string>; body?: Buffer };

const TIMEOUT_MS = 60_000;

/** A browser without scripts: it keeps cookies, reads forms out of pages and posts them as they stand there. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #base: URL;

  constructor(base: string) {
    this.#base = new URL(base);
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, { method: "GET" });
  }

  /** The form on a page that has a field of this name, with all that the page fills in. */
  async readForm(path: string, fieldName: string): Promise<FormFields> {
    const { status, text } = await this.get(path);
    const form = readForm(text, fieldName);
    if (form) return form;
    throw new Error(`${path} answered ${status} and has no form with the field ${fieldName}`);
  }

  /** Posts a form to the page it stands on, as its empty `action` says; gives the answer without following it. */
  post(path: string, fields: FormFields): Promise<Answer> {
    const { contentType, body } = multipartOf(fields);
    const headers = {
      "content-type": contentType,
      origin: this.#base.origin,
      "sec-fetch-site": "same-origin",
    };
    return this.#send(path, { method: "POST", headers, body });
  }

  /** Posts one file to a route that takes files. */
  upload(path: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<Answer> {
    const boundary = "----nightjar";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "sec-fetch-site": "same-origin",
    };
    return this.#send(path, { method: "POST", headers, body });
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(path: string, { method, headers = {}, body }: Sent): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const options = {
      method,
      agent: this.#agent,
      timeout: TIMEOUT_MS,
      headers: { ...headers, cookie, "content-length": String(body?.length ?? 0) },
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#base), options, (response) => {
        this.#keepCookies(response.headers["set-cookie"] ?? []);
        let text = "";
        response.setEncoding("utf8").on("data", (piece) => {
          text += piece;
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? "", text }),
        );
      });
      sent.on("timeout", () => sent.destroy(new Error(`No answer within ${TIMEOUT_MS / 1000} seconds`)));
      sent.on("error", reject);
      sent.end(body);
    });
  }

  #keepCookies(set: readonly string[]): void {
    for (const line of set) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) this.#cookies.set(name, value);
      else if (name) this.#cookies.delete(name);
    }
  }
}
