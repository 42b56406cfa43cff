// Vitest's global set-up of the project "database": one template with all migrations, which each test file copies.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { applyMigrations } from "../lib/platform/migrate.ts";
import { startTemporaryDatabase } from "./database/temporary-database.mjs";

export default async function setUp(project) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: () => {} } : await startTemporaryDatabase();
  const template = `nightjar_template_${randomBytes(6).toString("hex")}`;
  await applyMigrations(urlOf(server.url, template));
  project.provide("databaseServer", { url: server.url, template });
  return async () => {
    await drop(server.url, template);
    await server.stop();
  };
}

function urlOf(server, database) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function drop(server, database) {
  const client = new pg.Client({ connectionString: urlOf(server, "postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  await client.end();
}
