"use client";

import { useEffect, useRef, useState } from "react";

/** `{percent}` and `{size}` (in MB) stand where the numbers go. */
export type UploadTexts = {
  label: string;
  sending: string;
  sent: string;
  broken: string;
  tooLarge: string;
};

type State = { kind: "waiting" } | { kind: "sending"; percent: number } | { kind: "said"; text: string };

/**
 * Adds to a plain upload form how far the sending is, and says before a byte is sent that a file is too large. The form
 * goes to the same route as without scripts, and the page that the route leads to is opened. What leads to a place on
 * that page is lost on the way, so a file that was refused gets the focus here.
 */
export function UploadProgress(props: { form: string; maxBytes: number; texts: UploadTexts }) {
  const { texts, maxBytes } = props;
  const [state, setState] = useState<State>({ kind: "waiting" });
  const said = useRef(texts);
  said.current = texts;

  useEffect(() => {
    const form = document.getElementById(props.form);
    if (!(form instanceof HTMLFormElement)) return;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      const size = fileIn(form)?.size ?? 0;
      if (size > maxBytes) return setState({ kind: "said", text: tooLarge(said.current, size) });
      form.ariaBusy = "true";
      send(form, (percent) => setState({ kind: "sending", percent }))
        .then(open)
        .catch(() => setState({ kind: "said", text: said.current.broken }))
        .finally(() => {
          form.ariaBusy = null;
        });
    };
    form.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
    form.addEventListener("submit", submit);
    return () => form.removeEventListener("submit", submit);
  }, [props.form, maxBytes]);

  return (
    <div className="upload-progress">
      {state.kind === "sending" && (
        <progress max={100} value={state.percent} aria-label={texts.label}>
          {state.percent}
        </progress>
      )}
      <p role="status" className={state.kind === "said" ? "field-error" : undefined}>
        {sentence(state, texts)}
      </p>
    </div>
  );
}

function sentence(state: State, texts: UploadTexts): string {
  if (state.kind === "waiting") return "";
  if (state.kind === "said") return state.text;
  if (state.percent >= 100) return texts.sent;
  return texts.sending.replace("{percent}", String(state.percent));
}

function tooLarge(texts: UploadTexts, bytes: number): string {
  return texts.tooLarge.replace("{size}", Math.ceil(bytes / 1_000_000).toLocaleString());
}

function fileIn(form: HTMLFormElement): File | undefined {
  const files = [...new FormData(form).values()].filter((value) => value instanceof File);
  return files[0];
}

/** Opens a page, also when it is the one that is open: a second refusal of the same kind leads there again. */
function open(page: string) {
  if (page === location.href.replace(/#.*$/, "")) location.reload();
  else location.assign(page);
}

/** Posts a form and gives the address that the server leads to. */
function send(form: HTMLFormElement, tell: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) tell(Math.floor((loaded / total) * 100));
    });
    request.addEventListener("load", () =>
      request.status < 400 ? resolve(request.responseURL) : reject(new Error(String(request.status))),
    );
    request.addEventListener("error", () => reject(new Error("network")));
    request.addEventListener("abort", () => reject(new Error("aborted")));
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}
