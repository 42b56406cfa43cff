import { Fault } from "../terminal.mjs";
import { readPassword, SUPERUSER } from "./cluster.mjs";

const SQLSTATE = /^[0-9A-Z]{5}$/;
const INVALID_PASSWORD = "28P01";

/** The address of one of the server's databases. */
export function databaseUrl({ passwordFile }, port, database) {
  return `postgresql://${SUPERUSER}:${readPassword(passwordFile)}@127.0.0.1:${port}/${database}`;
}

/** A connection to the database `postgres`, which every cluster has. */
export async function connect(place, port) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: databaseUrl(place, port, "postgres"),
    connectionTimeoutMillis: 2_000,
    application_name: "nightjar launcher",
    keepAlive: true,
  });
  // Without a listener, a connection that breaks later would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Whether a server answers on the port: "ready", "busy" (starting, stopping or full), or "silent". */
export async function ask(place, port) {
  try {
    const client = await connect(place, port);
    await client.end();
    return "ready";
  } catch (error) {
    if (error.code === INVALID_PASSWORD) {
      throw new Fault(
        `The database in ${place.cluster} does not take the password in ${place.passwordFile}.`,
      );
    }
    return SQLSTATE.test(error.code) ? "busy" : "silent";
  }
}
