import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type SecondServer = { url: string; stop: () => Promise<void> };

/** Settings as in README.md; without `databaseUrl` and `dataFolder` the server shares those of the tests. */
export type SecondServerOptions = { env?: Record<string, string>; databaseUrl?: string; dataFolder?: string };

/** Another web server of the same build, for what the settings of the first one do not allow to see. */
export async function startSecondServer(options: SecondServerOptions): Promise<SecondServer> {
  const { DATABASE_URL, NIGHTJAR_DATA } = process.env;
  const { serve } = await script("serve.mjs");
  return serve({
    port: await freePort(),
    databaseUrl: DATABASE_URL,
    dataFolder: NIGHTJAR_DATA,
    say: () => {},
    write: () => {},
    ...options,
  });
}

/** One of the programs in scripts/. */
export function script(path: string) {
  return import(new URL(`../scripts/${path}`, import.meta.url).href);
}

export async function freePort(): Promise<number> {
  const { freePort: findFreePort } = await script("database/server.mjs");
  return findFreePort();
}

/** A small page of some other site. */
export async function startOtherSite(): Promise<SecondServer> {
  const server: Server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Weather</title><h1>Sun, then rain</h1>");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
